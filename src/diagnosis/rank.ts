import { bringsAbout, gateOrder } from '../model/index.ts';
import type { CauseId, Change, Role } from '../model/index.ts';
import type { Failure } from './failure.ts';
import { gateOf, type Judgement } from './judge.ts';

export type Ranked = Judgement & { readonly role: Role; readonly standing: 'confirmed' | 'suspected' };

const stands = (judgement: Judgement): judgement is Judgement & { readonly standing: 'confirmed' | 'suspected' } =>
  judgement.standing === 'confirmed' || judgement.standing === 'suspected';

type Standing = Judgement & { readonly standing: 'confirmed' | 'suspected' };

/** The first blocking gate, for a diagnosis without any failure seen: what a login meets first. */
const firstGate = (standing: readonly Standing[]): number =>
  Math.min(
    ...standing
      .filter(({ cause, standing: how, ahead }) => cause.blocks && how === 'confirmed' && ahead === undefined)
      .map((judgement) => gateOrder(gateOf(judgement))),
  );

/** A sign of the state that is there now, which the next login will meet. */
const isThereNow = ({ signs }: Judgement): boolean =>
  signs.some(({ clue, sign }) => clue.about === 'state' && (sign.kind === 'proves' || sign.kind === 'suggests'));

/**
 * It came about after the failure, so it did not stop that login; it will stop the next one. Only where every sign that
 * proves it is dated so: a wording or a row has no such date.
 */
const cameLater = ({ signs, standing }: Standing, { at }: Failure): boolean => {
  const proofs = signs.flatMap(({ sign }) => (sign.kind === 'proves' ? [sign] : []));
  return (
    standing === 'confirmed' &&
    proofs.every(({ since, changedAt }) => Date.parse(since ?? changedAt ?? '') > Date.parse(at ?? ''))
  );
};

/** Undefined: nothing but a wording names it, and that wording was accounted for otherwise. */
const roleOf = (judgement: Standing, failure: Failure, first: number): Role | undefined => {
  if (judgement.ahead !== undefined || !judgement.cause.blocks) return 'later';
  if (cameLater(judgement, failure)) return 'next';
  if (failure.accounts === undefined) {
    return gateOrder(gateOf(judgement)) <= first ? 'root' : 'next';
  }
  if (failure.accounts(judgement.cause.id)) return 'root';
  return isThereNow(judgement) ? 'next' : undefined;
};

const roleOrder: Readonly<Record<Role, number>> = { root: 0, next: 1, later: 2 };

/** Causes that a standing finding brings about go behind it. */
const explainedBy = (ranked: readonly Ranked[]): ReadonlySet<CauseId> =>
  new Set(ranked.filter(({ standing }) => standing === 'confirmed').flatMap(({ cause }) => cause.explains));

/** Behind the login no row tells where the walk ended: the wording alone tells it. */
const isBehindLogin = (judgement: Ranked): boolean => gateOrder(gateOf(judgement)) >= gateOrder('api-access');

/** Whether the place in the wording counts more than the gate. */
const goesByWording = (a: Ranked, b: Ranked): boolean =>
  a.standing === 'suspected' || (isBehindLogin(a) && isBehindLogin(b));

/** Since the last login that went well; where none is known, a change may be older than the failure by any time. */
const turns = (changes: readonly Change[], { turning }: Failure): readonly Change[] =>
  turning.lastSuccess === undefined ? [] : changes;

/** What speaks for a suspect beside a wording: that somebody did what brings it about just then, and next that its state is there now. */
const weight = (one: Ranked, turning: readonly Change[]): number =>
  one.standing === 'confirmed'
    ? 0
    : 2 * Number(turning.some((change) => bringsAbout(one.cause, change))) + Number(isThereNow(one));

const compare =
  (failure: Failure, explained: ReadonlySet<CauseId>, turning: readonly Change[]) =>
  (a: Ranked, b: Ranked): number =>
    roleOrder[a.role] - roleOrder[b.role] ||
    Number(a.standing === 'suspected') - Number(b.standing === 'suspected') ||
    weight(b, turning) - weight(a, turning) ||
    (goesByWording(a, b) ? failure.likelihood(a.cause.id) - failure.likelihood(b.cause.id) : 0) ||
    gateOrder(gateOf(a)) - gateOrder(gateOf(b)) ||
    Number(explained.has(a.cause.id)) - Number(explained.has(b.cause.id)) ||
    (a.cause.id < b.cause.id ? -1 : 1);

/**
 * Behind the login one wording can have several causes, and more than one of them can be proved to be there: the call stopped at the
 * first, and meets the others next.
 */
const stoppedOnce = (sorted: readonly Ranked[], { refusals }: Failure): readonly Ranked[] => {
  const [, ...others] = sorted.filter(
    (one) => one.role === 'root' && one.standing === 'confirmed' && isBehindLogin(one),
  );
  const isAlone = ({ cause }: Ranked): boolean => refusals.some(({ decides }) => decides === cause.id);
  return sorted.map((one): Ranked =>
    others.includes(one) && !isAlone(one) && isThereNow(one) ? { ...one, role: 'next' } : one,
  );
};

/**
 * Gives each standing cause its role and puts them in order: role; confirmed before suspected; suspected ones for which more
 * than a wording speaks first (a change of its own between the last success and the failure, then its state), then as the wording
 * ranks them, as it does behind the login; gate order; causes before what they explain; id. Never the clock, never the order of completion.
 */
export const rank = (
  judgements: readonly Judgement[],
  failure: Failure,
  changes: readonly Change[],
): readonly Ranked[] => {
  const standing = judgements.filter(stands);
  const first = firstGate(standing.filter((judgement) => !cameLater(judgement, failure)));
  const ranked = standing.flatMap((judgement): Ranked[] => {
    const role = roleOf(judgement, failure, first);
    return role === undefined ? [] : [{ ...judgement, role }];
  });
  const order = compare(failure, explainedBy(ranked), turns(changes, failure));
  return stoppedOnce(ranked.toSorted(order), failure).toSorted(order);
};
