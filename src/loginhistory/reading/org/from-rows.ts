import { defined } from '../../../model/index.ts';
import { nextPage, records, text, type Row } from '../../../evidence/org/rows.ts';
import { query } from '../../../evidence/org/soql.ts';
import type { OrgRefusal } from '../../../evidence/org-wire.ts';
import type { Asking } from '../../../evidence/waves.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import { dimensions, type Gap, type LoginGroup } from '../tally/group.ts';
import { merger, timeCondition } from './cube.ts';
import { gapOf } from './count-windows.ts';
import { fieldOf } from './fields.ts';
import type { LoginHistory } from './history.ts';
import { send, type Part } from './send.ts';
import { cut, hourMs, hourOf, secondMs, type Window } from './window.ts';

/** Rows in one answer, at most. Orgs may send fewer. Source: limits sheet, section 2. */
const pageRows = 2000;

/** Rows that are downloaded where the org cannot count: then it is said that there are more. */
const mostRows = 1_000_000;

/** A row as a group of one. */
export const groupOfRow = (row: Row): LoginGroup => {
  const named = dimensions.flatMap((dimension) => {
    const value = text(row[fieldOf[dimension]]);
    return value === undefined ? [] : [[dimension, value] as const];
  });
  const status = text(row.Status) ?? '';
  const at = Date.parse(text(row.LoginTime) ?? '');
  return {
    ...Object.fromEntries(named),
    status,
    success: readStatus(status).success,
    hour: hourOf(at),
    span: hourMs,
    count: 1,
    first: at,
    last: at,
  };
};

export type FromRows = {
  readonly groups: readonly LoginGroup[];
  readonly gaps: readonly Gap[];
  readonly refusal?: OrgRefusal;
};

/** Counts rows here, one by one: for an org that does not group by a field that is needed. */
export const countFromRows = function* (
  { fields }: LoginHistory,
  windows: readonly Window[],
  condition: string,
  rowsIn: (window: Window) => number,
): Asking<FromRows> {
  const columns = ['LoginTime', ...dimensions.map((one) => fieldOf[one]).filter((name) => fields.present.has(name))];
  const first = windows
    .flatMap((window) => cut(window, Math.ceil(rowsIn(window) / (pageRows * 0.8)), secondMs))
    .map((window): Part<Window> => {
      const soql = `SELECT ${columns.join(', ')} FROM LoginHistory WHERE ${timeCondition(window)}${condition} ORDER BY LoginTime DESC`;
      return { request: query(soql), rows: pageRows, of: window };
    })
    .toReversed();
  const gaps: Gap[] = [];
  const refusals: OrgRefusal[] = [];
  const all = merger();
  let rows = 0;
  for (let pending: ReadonlyArray<Part<Window>> = first; pending.length > 0;) {
    const now = pending.slice(0, 25);
    const further: Array<Part<Window>> = [];
    for (const { answer, of } of yield* send(now)) {
      const found = records(answer);
      const next = nextPage(answer);
      rows += found.length;
      for (const row of found) all.add(groupOfRow(row));
      if (!answer.ok) {
        gaps.push(gapOf(of, answer));
        refusals.push(answer);
      }
      if (next !== undefined) further.push({ request: next, rows: pageRows, of });
    }
    pending = [...further, ...pending.slice(25)];
    if (rows < mostRows) continue;
    gaps.push(...pending.map(({ of }): Gap => ({ ...of, why: 'too-many-rows' })));
    break;
  }
  const [refusal] = refusals;
  return { groups: all.groups(), gaps, ...defined({ refusal }) };
};
