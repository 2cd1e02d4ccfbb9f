import { canMean, dayMs, defined, hourMs } from '../../model/index.ts';
import type { CauseId, Integration, LoginRow, Refusal } from '../../model/index.ts';
import { isSameFlow } from './flow-of-row.ts';
import { ownRows } from './own-rows.ts';

/** Rows of one failing login lie within this distance of the time that a person gives: half a minute is rounding, the rest is retries. */
const nearMs = 90_000;

/** A row so young is of the failure that a person speaks of, though its status and the text are not known to mean the same. */
const freshMs = hourMs;

/** So far back a failure is looked for that a success followed: somebody asks in the morning what happened at night. */
const lookBackMs = dayMs;

/** Where nothing was pasted, and something else of the user goes well: a job that runs once a week is looked at so long. */
const weeklyMs = 8 * dayMs;

/** Causes that stop a login before its user is looked at: what a row of the user says is of another login. */
export const beforeUser: readonly CauseId[] = [
  'app-not-found-or-propagating',
  'app-wrong-consumer-key',
  'cli-bug',
  'client-request-malformed',
  'jwt-key-file-unreadable',
  'local-credential-store',
  'network-or-proxy',
  'not-salesforce',
  'org-inactive-or-deleted',
  'org-maintenance-or-read-only',
  'tls-or-certificate',
  'wrong-endpoint',
];

export type FailureContext = {
  /** UTC, ISO 8601. */
  readonly failedAt: string | undefined;
  /** UTC, ISO 8601; undefined: not known, and then no row is young. */
  readonly now: string | undefined;
  readonly integration: Integration | undefined;
  readonly refusals: readonly Refusal[];
};

/** Whether status and text can mean the same; a text that nobody knows can mean anything. */
const meansTheSame = (row: LoginRow, causes: readonly CauseId[]): boolean =>
  causes.length === 0 || canMean(row).some((id) => causes.includes(id));

const isWithin = (ms: number, { at }: LoginRow, now: string | undefined): boolean =>
  now !== undefined && Date.parse(now) - Date.parse(at) <= ms;

/** Where rows show several apps, and none of them was named, nobody knows of which one a text speaks. */
const isOneApp = (rows: readonly LoginRow[]): boolean =>
  new Set(rows.flatMap(({ application }) => application?.toLowerCase() ?? [])).size <= 1;

/** Whether the newest row, which does not mean the same, is taken nonetheless: a young one, where the text leaves open what it was. */
const overrules = (row: LoginRow, mine: readonly LoginRow[], { refusals, now }: FailureContext): boolean => {
  const causes = refusals.flatMap(canMean);
  const isOpen = refusals.every(({ decides }) => decides === undefined);
  const comesBefore = causes.every((id) => beforeUser.includes(id));
  return isOpen && !comesBefore && isWithin(freshMs, row, now) && isOneApp(mine);
};

const equal = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase();

const isSameApp = (a: LoginRow, b: LoginRow): boolean => equal(a.application, b.application) && isSameFlow(a, b);
const isSamePlace = (a: LoginRow, b: LoginRow): boolean => isSameApp(a, b) && equal(a.sourceIp, b.sourceIp);

/** The first login that went well after the failed one, of those that `like` says are its like. Rows are newest first. */
const successAfter = (
  rows: readonly LoginRow[],
  failed: LoginRow,
  like: (a: LoginRow, b: LoginRow) => boolean,
): LoginRow | undefined => rows.slice(0, rows.indexOf(failed)).findLast((row) => row.success && like(row, failed));

/** What the record says of the failure that somebody speaks of. */
type Answer = {
  readonly row: LoginRow;
  /** The next login of that app, flow and address that went well. */
  readonly wellAgain?: LoginRow;
};

/** The failure nearest to the time given, unless what the text says comes before any user, and is something else. */
const nearest = (mine: readonly LoginRow[], failedAt: string, causes: readonly CauseId[]): LoginRow | undefined => {
  const distance = ({ at }: LoginRow): number => Math.abs(Date.parse(at) - Date.parse(failedAt));
  const [row] = mine
    .filter((one) => !one.success && distance(one) <= nearMs)
    .toSorted((a, b) => Number(b.recognised) - Number(a.recognised) || distance(a) - distance(b));
  if (row === undefined) return undefined;
  return meansTheSame(row, causes) || !causes.every((id) => beforeUser.includes(id)) ? row : undefined;
};

/** Rows from the addresses that were given, where there are any. */
const fromGiven = (rows: readonly LoginRow[], integration: Integration | undefined): readonly LoginRow[] => {
  const given = rows.filter(({ sourceIp }) => integration?.sourceIps.some((one) => one === sourceIp));
  return given.length === 0 ? rows : given;
};

/**
 * The newest failure that can be meant. One that nothing of its app followed is that of today, whatever its age; one that went
 * well again only from other addresses goes on from its own. One that went well again from there is looked for within a day,
 * and only beside a text: somebody saw it.
 */
const newest = (mine: readonly LoginRow[], asked: FailureContext): LoginRow | undefined => {
  const causes = asked.refusals.flatMap(canMean);
  const fits = (row: LoginRow): boolean =>
    row.recognised ? meansTheSame(row, causes) : asked.refusals.length === 0 || isWithin(freshMs, row, asked.now);
  const possible = mine.filter((row) => !row.success && fits(row));
  const recent = possible.filter((row) => isWithin(lookBackMs, row, asked.now));
  const isMeant = asked.refusals.length > 0 || mine[0]?.success === false;
  const goesOn =
    possible.find(
      (row) => successAfter(mine, row, isSameApp) === undefined && (isMeant || isWithin(weeklyMs, row, asked.now)),
    ) ?? recent.find((row) => successAfter(mine, row, isSamePlace) === undefined);
  if (goesOn !== undefined) return goesOn;
  const last = mine[0]?.success === false ? mine[0] : undefined;
  if (last !== undefined && overrules(last, mine, asked)) return last;
  return asked.refusals.length > 0 ? recent[0] : undefined;
};

const find = (rows: readonly LoginRow[], asked: FailureContext): Answer | undefined => {
  const { failedAt, integration, refusals } = asked;
  const mine = ownRows(rows, integration);
  const row =
    failedAt === undefined
      ? newest(fromGiven(mine, integration), asked)
      : nearest(mine, failedAt, refusals.flatMap(canMean));
  if (row === undefined) return undefined;
  const wellAgain = successAfter(mine, row, isSamePlace);
  return { row, ...defined({ wellAgain }) };
};

const isSame = (a: FailureContext, b: FailureContext): boolean =>
  a.integration === b.integration && a.refusals === b.refusals && a.failedAt === b.failedAt && a.now === b.now;

/** Every cause asks it of the same evidence, which never changes: it is found once. */
const found = new WeakMap<
  readonly LoginRow[],
  { readonly asked: FailureContext; readonly answer: Answer | undefined }
>();

/**
 * What Login History says of the failure: the nearest failed row to the time given, else the newest one that can be meant.
 * A row that the status book knows goes before one that it does not know. Rows are newest first. Undefined where no row answers.
 */
export const answerTo = (rows: readonly LoginRow[], asked: FailureContext): Answer | undefined => {
  const before = found.get(rows);
  if (before !== undefined && isSame(before.asked, asked)) return before.answer;
  const answer = find(rows, asked);
  found.set(rows, { asked, answer });
  return answer;
};

/** The row alone, as `answerTo` finds it. */
export const failingRow = (rows: readonly LoginRow[], asked: FailureContext): LoginRow | undefined =>
  answerTo(rows, asked)?.row;

/**
 * A failure of the integration beside the one that somebody speaks of: its newest row, where that is a failure and cannot mean what the
 * text says, nor what the row means that answers it.
 */
export const otherFailure = (rows: readonly LoginRow[], asked: FailureContext): LoginRow | undefined => {
  const last = ownRows(rows, asked.integration)[0];
  if (last === undefined || last.success || asked.refusals.length === 0) return undefined;
  const answer = failingRow(rows, asked);
  if (answer === undefined) return last;
  const causes = answer === last ? asked.refusals.flatMap(canMean) : canMean(answer);
  return last.recognised && !meansTheSame(last, causes) ? last : undefined;
};
