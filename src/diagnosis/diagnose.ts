import type { Turn } from '../clues/enforced.ts';
import { bringsAbout, canMean, defined, valueOf } from '../model/index.ts';
import type {
  Cause,
  Change,
  Cost,
  Diagnosis,
  Evidence,
  FailingRow,
  LoginRow,
  RecordedFailure,
  Speaker,
  TargetOrg,
} from '../model/index.ts';
import { blindSpots } from './blind-spots.ts';
import { isElsewhere } from './elsewhere.ts';
import { failureOf } from './failure.ts';
import type { Failure } from './failure.ts';
import { findingOf } from './findings.ts';
import type { Began } from './findings.ts';
import { judge, type Judgement } from './judge.ts';
import { nearIn } from './near.ts';
import { outcomeOf } from './outcome.ts';
import { questionFor } from './question.ts';
import { rank } from './rank.ts';
import type { FailedOn } from './same-act.ts';

export type Case = {
  readonly evidence: Evidence;
  readonly causes: readonly Cause[];
  readonly speaker: Speaker;
  readonly targetOrg?: TargetOrg | undefined;
  readonly cost: Cost;
};

const newestFirst = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

/** What names this login, or the whole org, before what may be about somebody else. */
const ownFirst = (changes: readonly Change[]): readonly Change[] => {
  const { own = [], others = [] } = Object.groupBy(changes, ({ about }) => (about === 'other' ? 'others' : 'own'));
  return [...own, ...others];
};

/** The API refused what the login had granted: that logins went well says nothing of when it began. */
const isBehindLogin = ({ refusals, row }: Failure): boolean =>
  row === undefined && refusals.length > 0 && refusals.every(({ channel }) => channel === 'rest');

/** Between the last success and the first failure (a change after it did not cause it), nearest to the failure first. */
const changesThatCount = (changes: readonly Change[], failure: Failure): readonly Change[] => {
  const { turning, row } = failure;
  const until = turning.firstFailure ?? row?.at;
  const since = isBehindLogin(failure) ? undefined : turning.lastSuccess;
  return newestFirst(
    changes
      .filter(({ at }) => until === undefined || at <= until)
      .filter(({ at }) => since === undefined || at >= since),
  );
};

/** When it first failed: where no row tells that, when the failure was that somebody speaks of. */
const firstFailed = ({ turning, at }: Failure): string | undefined => turning.firstFailure ?? at;

/** The login that went well last, and the first that did not. */
const turnOf = (failure: Failure): Turn | undefined => {
  const { lastSuccess } = failure.turning;
  const firstFailure = firstFailed(failure);
  return lastSuccess === undefined || firstFailure === undefined ? undefined : { lastSuccess, firstFailure };
};

/** On which day it failed, where the org tells its zone. */
const failedOn = (failure: Failure, { organization }: Evidence): FailedOn | undefined => {
  const at = firstFailed(failure);
  const zone = valueOf(organization)?.timeZone;
  return at === undefined || zone === undefined ? undefined : { at, zone };
};

/** What was done after the failure; undefined where nobody knows when that was. */
const changesAfter = (
  changes: readonly Change[],
  { row }: Failure,
  { failedAt }: Evidence,
): readonly Change[] | undefined => {
  const failed = row?.at ?? valueOf(failedAt);
  return failed === undefined ? undefined : newestFirst(changes.filter(({ at }) => at > failed));
};

const showRow = ({ id, at, status, application, sourceIp }: LoginRow): FailingRow => ({
  ...{ id, at, status },
  ...defined({ application, sourceIp }),
});

/** What was done after it first failed, and before it last did. */
const changesMeanwhile = (
  changes: readonly Change[],
  { row, turning: { firstFailure } }: Failure,
): readonly Change[] =>
  firstFailure === undefined
    ? []
    : newestFirst(changes.filter(({ at }) => at > firstFailure && (row === undefined || at <= row.at)));

/** How it began where it goes on for another reason, and what brought that about. */
const beganOf = (
  { began }: Failure,
  changes: readonly Change[],
  judgements: readonly Judgement[],
): Began | undefined => {
  if (began === undefined) return undefined;
  const decided = judgements.find(({ cause }) => cause.id === began.decides)?.cause;
  const change = decided && changes.find((one) => bringsAbout(decided, one));
  return { row: showRow(began), causes: canMean(began), ...defined({ change }) };
};

/** We looked, and it is not there. */
const absentIn = (evidence: Evidence): Diagnosis['absent'] =>
  (['user', 'app'] as const).filter((name) => evidence[name].state === 'known' && evidence[name].value === undefined);

const showRecorded = ({ other, ...rest }: NonNullable<Failure['recorded']>): RecordedFailure =>
  other === undefined ? rest : { ...rest, other: showRow(other) };

/**
 * Judges evidence by a catalogue of causes: pure, and the same whatever the order of the catalogue.
 * Every renderer and `--json` print what comes out here.
 */
export const diagnose = (one: Case): Diagnosis => conclude(judgeAll(one), one);

/** How every cause stands, sorted by id. */
export const judgeAll = ({ evidence, causes }: Pick<Case, 'evidence' | 'causes'>): readonly Judgement[] =>
  causes.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((cause) => judge(cause, evidence));

/** What the judgements come to. */
export const conclude = (
  judgements: readonly Judgement[],
  { evidence, speaker, targetOrg, cost }: Omit<Case, 'causes'>,
): Diagnosis => {
  const failure = failureOf(evidence);
  const known = valueOf(evidence.changes) ?? [];
  const changes = changesThatCount(known, failure);
  const ranked = rank(judgements, failure, changes);
  const suspects = ranked.flatMap(({ role, cause }) => (role === 'root' ? [cause] : []));
  const { row, turning } = failure;
  const absent = absentIn(evidence);
  const context = {
    evidence,
    changes,
    known: newestFirst(known),
    meanwhile: changesMeanwhile(known, failure),
    began: beganOf(failure, changes, judgements),
    changesSince: changesAfter(known, failure, evidence),
    speaker,
    host: targetOrg?.instanceUrl,
    lookedAs: targetOrg?.username,
    isElsewhere: isElsewhere(evidence),
    sourceIp: row?.sourceIp,
    turn: turnOf(failure),
    failedOn: failedOn(failure, evidence),
  };
  return {
    schemaVersion: 1,
    outcome: outcomeOf(judgements, ranked, failure, evidence),
    integration: valueOf(evidence.integration) ?? { sourceIps: [] },
    ...defined({ targetOrg }),
    refusals: failure.refusals,
    absent,
    ...defined({ near: nearIn(evidence, absent) }),
    ...defined({
      attempt: valueOf(evidence.attempt),
      assertion: valueOf(evidence.assertion),
      accessToken: valueOf(evidence.accessToken),
      introspection: valueOf(evidence.introspection),
    }),
    ...(row === undefined ? {} : { failingRow: showRow(row) }),
    ...(failure.recorded === undefined ? {} : { recorded: showRecorded(failure.recorded) }),
    ...turning,
    findings: ranked.map((one) => findingOf(one, context)),
    changes: ownFirst(changes),
    ...defined({ question: questionFor({ suspects, causes: judgements.map(({ cause }) => cause), evidence }) }),
    ruledOut: judgements.filter(({ standing }) => standing === 'ruled-out').map(({ cause }) => cause.id),
    blindSpots: blindSpots(judgements, evidence, speaker),
    cost,
  };
};
