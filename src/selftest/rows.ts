import type { Heard } from '../evidence/org-wire.ts';
import { questionOf } from '../evidence/org/question-of.ts';
import type { Cause, SelftestOutcome, ReplayRow, TestRow } from '../model/index.ts';
import { defined } from '../model/index.ts';
import { answerIn, compare, type Compared } from './compare.ts';
import { causesReading, labelOf, type Lean } from './lean.ts';

/** Each question once, as it was first asked. */
export const firstOf = (heard: readonly Heard[]): readonly Heard[] =>
  [...new Map(heard.toReversed().map((one) => [labelOf(one.request), one])).values()].toReversed();

export type Told = {
  readonly lean: Lean;
  readonly causes: readonly Cause[];
  /** The rights that were named where a finding was denied. */
  readonly denied: (finding: string) => readonly string[];
};

/** Rows may be left out without a word; and what is not there may only not be shown: the rights tell. */
const withRights = (
  { verdict, reason }: Compared,
  rows: number | undefined,
  permissions: readonly string[],
): Compared => {
  const silent = verdict === 'holds' && rows === 0;
  return permissions.length > 0 && (silent || reason === 'absent')
    ? { verdict: 'not-seen', reason: 'permission' }
    : { verdict, ...defined({ reason }) };
};

const rowOf = (product: Heard, plain: Heard, { lean, causes, denied }: Told): TestRow => {
  const { request } = product;
  const { columns, ...what } = questionOf(request);
  const label = labelOf(request);
  const findings = lean.findings(label);
  const permissions = [...new Set(findings.flatMap(denied))].toSorted();
  const answer = answerIn(plain);
  const { verdict, reason } = withRights(compare(request, product.answer, plain.answer), answer.rows, permissions);
  return {
    ...what,
    believed: columns,
    product: answerIn(product),
    plain: answer,
    verdict,
    ...defined({ reason }),
    permissions: verdict === 'not-seen' ? permissions : [],
    commands: lean.commands(label),
    causes: causesReading(causes, findings),
  };
};

const order = (a: TestRow, b: TestRow): number =>
  `${a.api} ${a.object}`.localeCompare(`${b.api} ${b.object}`) || a.believed.join().localeCompare(b.believed.join());

/** What was heard in the product's way, held against the plain way. */
export const testRows = (product: readonly Heard[], plain: readonly Heard[], told: Told): readonly TestRow[] => {
  const plainOf = new Map(firstOf(plain).map((one) => [labelOf(one.request), one]));
  return firstOf(product)
    .flatMap((one) => {
      const beside = plainOf.get(labelOf(one.request));
      return beside === undefined ? [] : [rowOf(one, beside, told)];
    })
    .toSorted(order);
};

export const outcomeOf = (rows: readonly TestRow[], replay: readonly ReplayRow[]): SelftestOutcome => {
  if (rows.some(({ verdict }) => verdict === 'differs')) return 'differs';
  if (replay.some(({ verdict }) => verdict === 'contradicts')) return 'differs';
  return rows.some(({ verdict }) => verdict === 'holds') ? 'holds' : 'inconclusive';
};
