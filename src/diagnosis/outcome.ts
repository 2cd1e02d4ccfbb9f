import type { Evidence, Outcome } from '../model/index.ts';
import type { Failure } from './failure.ts';
import type { Judgement } from './judge.ts';
import type { Ranked } from './rank.ts';

/** A token that was granted to our own attempt, and that the API took. */
const granted = (evidence: Evidence): boolean => {
  const { attempt } = evidence;
  return attempt.state === 'known' && attempt.value.granted && attempt.value.api !== 'refused';
};

/** Every gate that applies seen open: each blocking cause looked at with nothing left unread, and none standing. */
const allOpen = (judgements: readonly Judgement[]): boolean =>
  judgements
    .filter(({ cause }) => cause.blocks)
    .every(({ standing, unread }) => standing === 'ruled-out' || (standing === 'no-sign' && unread.length === 0));

/** Whether the same call can succeed later without anyone changing anything. */
export const passesByItself = ({ cause: { transient = false }, signs }: Judgement): boolean =>
  typeof transient === 'boolean'
    ? transient
    : signs.some(({ clue, sign }) => sign.kind === 'proves' && transient.includes(clue.id));

/** What it all comes to. Silence is never health. */
export const outcomeOf = (
  judgements: readonly Judgement[],
  ranked: readonly Ranked[],
  failure: Failure,
  evidence: Evidence,
): Outcome => {
  const blocking = ranked.filter(({ role }) => role !== 'later');
  const deciding = blocking.find(({ standing }) => standing === 'confirmed');
  if (deciding !== undefined) return passesByItself(deciding) ? 'transient' : 'cause-found';
  if (granted(evidence)) return 'healthy';
  if (blocking.length > 0) return 'inconclusive';
  const unexplained = failure.refusals.length > 0 || failure.row !== undefined;
  return !unexplained && allOpen(judgements) ? 'healthy' : 'inconclusive';
};
