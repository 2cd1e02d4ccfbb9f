import { openStatus } from '../clues/answered.ts';
import type { CauseId, Evidence, LoginRow, Refusal } from '../model/index.ts';
import { canMean, defined, valueOf } from '../model/index.ts';
import { failingRow, ownRows, recordOf, turningPoint } from '../loginhistory/one-login/index.ts';
import type { FailureContext, Recorded, TurningPoint } from '../loginhistory/one-login/index.ts';

/** The failure that was seen: in the words of the client, and in the org's own record, which overrules them. */
export type Failure = {
  readonly refusals: readonly Refusal[];
  readonly row?: LoginRow;
  /** How what was pasted and what the org recorded go together. */
  readonly recorded?: Recorded;
  readonly turning: TurningPoint;
  /** The row by which it began, where it goes on for another reason. */
  readonly began?: LoginRow;
  /** When it was, as well as that is known: UTC, ISO 8601. */
  readonly at?: string;
  /** Whether a cause accounts for what was seen; undefined where nothing was seen that points anywhere. */
  readonly accounts: ((id: CauseId) => boolean) | undefined;
  /** Place among the suspects that were named, likeliest first; causes that nothing names come last. */
  readonly likelihood: (id: CauseId) => number;
};

const askedOf = (evidence: Evidence): FailureContext => ({
  failedAt: valueOf(evidence.failedAt),
  now: valueOf(evidence.now),
  integration: valueOf(evidence.integration),
  refusals: valueOf(evidence.refusals) ?? [],
});

/** Rows of other apps tell nothing of when it stopped working. */
const ofSameApp = (rows: readonly LoginRow[], row: LoginRow | undefined): readonly LoginRow[] =>
  rows.filter(({ application }) => row?.application === undefined || application === row.application);

/** The first row of a failing that goes on for another reason: its status and that of the row that answers cannot mean the same. */
const beganOf = (
  rows: readonly LoginRow[],
  row: LoginRow | undefined,
  { firstFailure }: TurningPoint,
): LoginRow | undefined => {
  const first = rows.findLast(({ at, success, recognised }) => at === firstFailure && !success && recognised);
  if (first === undefined || row?.recognised !== true) return undefined;
  const now = canMean(row);
  return canMean(first).some((id) => now.includes(id)) ? undefined : first;
};

/** Rows that nobody saw record nothing, and say nothing. */
const recordedIn = ({ loginRows }: Evidence, asked: FailureContext): Recorded | undefined =>
  loginRows.state === 'known' ? recordOf(loginRows.value, asked) : undefined;

/** A login that one of these stops leaves a row that says so: Login History has a status for each. */
const leavingRows: ReadonlySet<CauseId> = new Set(['user-inactive', 'user-frozen']);

/** That no row came speaks: a refresh token is refused without one, before its user is looked at. */
const withoutLeavingRows = (
  named: readonly CauseId[],
  refusals: readonly Refusal[],
  recorded: Recorded | undefined,
): readonly CauseId[] =>
  recorded?.says === 'nothing' && named.includes('refresh-token-revoked-or-expired')
    ? named.filter((id) => !leavingRows.has(id) || refusals.some(({ decides }) => decides === id))
    : named;

/** Reads from the evidence what was seen of the failure. Pure. */
export const failureOf = (evidence: Evidence): Failure => {
  const rows = valueOf(evidence.loginRows) ?? [];
  const asked = askedOf(evidence);
  const { refusals } = asked;
  const row = failingRow(rows, asked);
  const recorded = recordedIn(evidence, asked);
  // A person rounds to the minute: where the org's own row of it was found, that is the time.
  const at = row?.at ?? valueOf(evidence.failedAt) ?? valueOf(evidence.now);
  const mine = ofSameApp(ownRows(rows, asked.integration), row);
  const turning = turningPoint(mine, at ?? '');
  const began = beganOf(mine, row, turning);
  const answer = openStatus({
    refusals,
    ...defined({ answers: valueOf(evidence.answers), loginRows: valueOf(evidence.loginRows) }),
  });
  const answered = answer === undefined ? [] : [answer];
  const named = row?.recognised === true ? canMean(row) : [...new Set([...refusals, ...answered].flatMap(canMean))];
  const place = new Map(withoutLeavingRows(named, refusals, recorded).map((id, index) => [id, index]));
  return {
    refusals,
    ...defined({ row, recorded, began }),
    turning,
    ...defined({ at }),
    accounts: named.length === 0 ? undefined : (id) => place.has(id),
    likelihood: (id) => place.get(id) ?? named.length,
  };
};
