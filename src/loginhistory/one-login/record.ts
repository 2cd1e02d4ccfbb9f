import { dayMs, defined } from '../../model/index.ts';
import type { LoginRow, RecordedAmong, RecordedFailure, RecordedLine } from '../../model/index.ts';
import { answerTo, otherFailure, type FailureContext } from './failing-row.ts';
import { ownRows } from './own-rows.ts';
import { turnIn } from './turning-point.ts';

/** So far back rows are told of: a job that runs once a week has one. */
const reachMs = 8 * dayMs;

const since = (rows: readonly LoginRow[], moment: number): readonly LoginRow[] =>
  rows.filter(({ at }) => Date.parse(at) >= moment);

const different = (values: ReadonlyArray<string | undefined>): readonly string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

const among = (rows: readonly LoginRow[], failed: LoginRow): RecordedAmong | undefined => {
  const logins = rows.filter(({ application }) => application === failed.application);
  const alike = logins.filter(({ status }) => status === failed.status);
  const first = alike.at(-1);
  if (first === undefined) return undefined;
  const sinceFirst = since(logins, Date.parse(first.at));
  if (!sinceFirst.some(({ success }) => success)) return undefined;
  return {
    failures: alike.length,
    logins: sinceFirst.length,
    since: first.at,
    sourceIps: different(alike.map(({ sourceIp }) => sourceIp)),
  };
};

const lineOf = (rows: readonly LoginRow[]): RecordedLine => {
  const [newest] = rows;
  const { firstFailure: failingSince, lastSuccess } = turnIn(rows);
  return defined({ application: newest?.application, sourceIp: newest?.sourceIp, failingSince, lastSuccess });
};

/** `other` as the whole row. */
export type Recorded = Omit<RecordedFailure, 'other'> & { readonly other?: LoginRow };

/** A row that is taken for the failure though it cannot mean what the text says does not agree with it. */
const saysOf = (answer: LoginRow | undefined, other: LoginRow | undefined): Recorded['says'] => {
  if (answer !== undefined && answer !== other) return 'agrees';
  return other === undefined ? 'nothing' : 'differs';
};

/** Rows are newest first. Undefined: no row was seen, or nothing failed that anybody speaks of. */
export const recordOf = (rows: readonly LoginRow[], asked: FailureContext): Recorded | undefined => {
  if (asked.now === undefined) return undefined;
  const recent = since(rows, Date.parse(asked.now) - reachMs);
  const answer = answerTo(rows, asked);
  const other = otherFailure(rows, asked);
  if (answer === undefined && asked.refusals.length === 0) return undefined;
  const lines = [
    ...Map.groupBy(recent, ({ application, sourceIp }) => JSON.stringify([application, sourceIp])).values(),
  ];
  const spread = answer && among(ownRows(recent, asked.integration), answer.row);
  return {
    says: saysOf(answer?.row, other),
    ...defined({ other }),
    ...(answer === undefined ? {} : { ageMs: Date.parse(asked.now) - Date.parse(answer.row.at) }),
    ...(answer?.wellAgain === undefined ? {} : { wellAgainAt: answer.wellAgain.at }),
    ...(spread === undefined ? {} : { among: spread }),
    ...(lines.length < 2 ? {} : { lines: lines.map(lineOf) }),
  };
};
