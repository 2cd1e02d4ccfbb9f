import { isoOf } from '../../../model/index.ts';
import { records, text } from '../../../evidence/org/rows.ts';
import { query, quoted } from '../../../evidence/org/soql.ts';
import type { Asking } from '../../../evidence/waves.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import { send, type Part } from './send.ts';

export type AroundWanted = {
  /** Ids; none: of all users. At most 200 count. */
  readonly users: readonly string[];
  /** As rows show it; absent: of all apps. */
  readonly application?: string;
  readonly sourceIp?: string;
  /** Times of the first and of the last failure: ms, UTC. */
  readonly firstFailure: number;
  readonly lastFailure: number;
  /** Which of the two is wanted; default both. */
  readonly sides?: ReadonlyArray<'before' | 'after'>;
};

/** ms, UTC; absent: there is none (as far as this session sees). */
type Around = { readonly lastSuccessBefore?: number; readonly firstSuccessAfter?: number };

const mostUsers = 200;

type Of = { readonly wanted: number; readonly side: 'before' | 'after' };

const partsFor = (wanted: AroundWanted, at: number): ReadonlyArray<Part<Of>> => {
  const columns = ['Status', 'Application', ...(wanted.sourceIp === undefined ? [] : ['SourceIp'])].join(', ');
  const users =
    wanted.users.length === 0 ? '' : ` AND UserId IN (${wanted.users.slice(0, mostUsers).map(quoted).join(', ')})`;
  const ask = (side: Of['side'], end: string, condition: string): Part<Of> => ({
    request: query(
      `SELECT ${columns}, ${end}(LoginTime) loginAt FROM LoginHistory WHERE LoginTime ${condition}${users} GROUP BY ${columns}`,
    ),
    rows: 0,
    of: { wanted: at, side },
  });
  const all = [
    ask('before', 'MAX', `< ${isoOf(wanted.firstFailure)}`),
    ask('after', 'MIN', `> ${isoOf(wanted.lastFailure)}`),
  ];
  return all.filter(({ of }) => wanted.sides?.includes(of.side) ?? true);
};

export type SuccessesAround = {
  readonly found: readonly Around[];
  /** Not all of it was answered. */ readonly refused: boolean;
};

/** The nearest successes before the first failure and after the last one, to the second. 12 groups in a request. */
export const successesAround = function* (wanted: readonly AroundWanted[]): Asking<SuccessesAround> {
  const found = wanted.map((): { lastSuccessBefore?: number; firstSuccessAfter?: number } => ({}));
  let refused = false;
  for (const { answer, of } of yield* send(wanted.flatMap(partsFor))) {
    refused ||= !answer.ok;
    const { application, sourceIp } = wanted[of.wanted] ?? {};
    const times = records(answer)
      .filter(
        (row) =>
          readStatus(text(row.Status) ?? '').success &&
          (application === undefined || text(row.Application) === application) &&
          (sourceIp === undefined || text(row.SourceIp) === sourceIp),
      )
      .map((row) => Date.parse(text(row.loginAt) ?? ''))
      .filter((at) => !Number.isNaN(at));
    const around = found[of.wanted];
    if (around === undefined || times.length === 0) continue;
    if (of.side === 'before') around.lastSuccessBefore = Math.max(...times);
    else around.firstSuccessAfter = Math.min(...times);
  }
  return { found, refused };
};
