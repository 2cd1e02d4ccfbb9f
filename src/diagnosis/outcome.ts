import { dayMs, valueOf } from '../model/index.ts';
import type { Evidence, Outcome } from '../model/index.ts';
import type { Failure } from './failure.ts';
import { isOpen, type Judgement } from './judge.ts';
import type { Ranked } from './rank.ts';

/** A token that was granted to our own attempt, and that the API took. */
const granted = (evidence: Evidence): boolean => {
  const attempt = valueOf(evidence.attempt);
  return attempt?.granted === true && attempt.api === 'accepted';
};

/** A login of our own that was asked for, and not made or not answered. */
const wasTriedInVain = ({ attempt }: Evidence): boolean =>
  attempt.state === 'unknown' && attempt.reason !== 'not-asked';

/** The newest row of Login History is a success, and not a day old. */
const workedLately = ({ turning: { lastSuccess = '', firstFailure } }: Failure, evidence: Evidence): boolean =>
  firstFailure === undefined && Date.parse(valueOf(evidence.now) ?? '') - Date.parse(lastSuccess) <= dayMs;

/** Whether every gate can be seen from outside. Only the JWT flow sends nothing secret: of others nobody sees that the secret is right. */
const canBeSeen = (evidence: Evidence): boolean => valueOf(evidence.integration)?.flow === 'jwt';

const allOpen = (judgements: readonly Judgement[]): boolean =>
  judgements.filter(({ cause }) => cause.blocks).every(isOpen);

/** Whether the same call can succeed later without anyone changing anything. */
const passesByItself = ({ cause: { transient = false }, signs }: Judgement): boolean =>
  typeof transient === 'boolean'
    ? transient
    : signs.some(({ clue, sign }) => sign.kind === 'proves' && transient.includes(clue.id));

/**
 * What it all comes to. A cause is found where the failure is accounted for; what only comes next does not explain it.
 * Healthy needs a token that was granted, or every gate seen open. Silence is never health.
 */
export const outcomeOf = (
  judgements: readonly Judgement[],
  ranked: readonly Ranked[],
  failure: Failure,
  evidence: Evidence,
): Outcome => {
  const deciding = ranked.find(({ role, standing }) => role === 'root' && standing === 'confirmed');
  if (deciding !== undefined) return passesByItself(deciding) ? 'transient' : 'cause-found';
  // A refusal that nothing explains: that it works from here does not cure it where it failed.
  if (failure.refusals.length > 0 || failure.row !== undefined) return 'inconclusive';
  if (ranked.some(({ role, standing }) => role !== 'later' && standing === 'confirmed')) return 'inconclusive';
  if (granted(evidence)) return 'healthy';
  if (wasTriedInVain(evidence)) return 'inconclusive';
  return allOpen(judgements) && (canBeSeen(evidence) || workedLately(failure, evidence)) ? 'healthy' : 'inconclusive';
};
