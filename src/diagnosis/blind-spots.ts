import { defined, valueOf } from '../model/index.ts';
import type { BlindSpot, Cause, CauseId, Evidence, Fact, FactName, Speaker } from '../model/index.ts';
import { textOf } from './findings.ts';
import type { Judgement } from './judge.ts';

const whyNot = (fact: Fact<unknown>): Pick<BlindSpot, 'why' | 'permission' | 'cure'> | undefined => {
  if (fact.state === 'known') return undefined;
  if (fact.state === 'denied') return { why: 'denied', permission: fact.permission };
  return { why: fact.reason, ...defined({ cure: fact.cure }) };
};

type Spot = Omit<BlindSpot, 'causes'>;

/** Of an app that was installed, or is not here at all, what its maker set stays in the maker's org. */
const notOurs = (name: FactName, evidence: Evidence, speaker: Speaker): string | undefined => {
  const fact = evidence[name];
  if (fact.state !== 'unknown' || evidence.app.state !== 'known') return undefined;
  const isInstalled = valueOf(evidence.app) !== undefined;
  return fact.reason === (isInstalled ? 'not-in-this-org' : 'depends-on-unknown')
    ? speaker.notOurs(name, isInstalled)
    : undefined;
};

const ofFact = (fact: FactName, evidence: Evidence, speaker: Speaker): readonly Spot[] => {
  const why = whyNot(evidence[fact]);
  if (why === undefined) return [];
  const spot = { fact, ...why };
  return [{ ...spot, text: notOurs(fact, evidence, speaker) ?? speaker.blindSpot(spot) }];
};

/** What a cause would have read: facts that were not seen, what nobody tells, and what could not be read. */
export const spotsOf = (judgement: Judgement, evidence: Evidence, speaker: Speaker): readonly Spot[] => {
  const { cause, standing, signs, unread } = judgement;
  if (standing === 'ruled-out') return [];
  const facts = new Set(unread.flatMap((one) => one.facts));
  return [
    ...[...facts].flatMap((name) => ofFact(name, evidence, speaker)),
    ...unread.flatMap(({ clue, broken }): readonly Spot[] =>
      broken === true ? [{ fact: `${cause.id}.${clue}`, why: 'broken', text: speaker.broken(cause.id, clue) }] : [],
    ),
    ...signs.flatMap((spoken): readonly Spot[] => {
      const { sign, clue } = spoken;
      if (sign.kind !== 'untold') return [];
      const why = sign.cure === undefined ? ('not-in-this-org' as const) : ('not-asked' as const);
      const text = textOf(cause, spoken, speaker);
      return [{ fact: `${cause.id}.${clue.id}`, why, ...defined({ cure: sign.cure }), text }];
    }),
  ];
};

/** An attempt that was asked for and not made, or not answered, is always said. */
const ofAttempt = (evidence: Evidence, speaker: Speaker): readonly Spot[] =>
  ofFact('attempt', evidence, speaker).filter(({ why }) => why !== 'not-asked');

/** The second witness is told of where it was looked for and said nothing: somebody speaks of a failure that Login History has no row of. */
const ofEventLog = (judgements: readonly Judgement[], evidence: Evidence, speaker: Speaker): readonly Spot[] => {
  const isFound = judgements.some(({ cause, standing }) => cause.blocks && standing === 'confirmed');
  const isSpokenOf = (valueOf(evidence.refusals) ?? []).length > 0 || valueOf(evidence.failedAt) !== undefined;
  return isFound || !isSpokenOf ? [] : ofFact('loginEvents', evidence, speaker).filter(({ why }) => !silent.has(why));
};

/** Then nobody looked. */
const silent: ReadonlySet<BlindSpot['why']> = new Set<BlindSpot['why']>(['not-asked', 'depends-on-unknown']);

type SpotOf = { readonly spot: Spot; readonly cause?: CauseId };

/** One sentence is one blind spot, whichever causes wait for it. */
const joined = (spots: readonly SpotOf[]): readonly BlindSpot[] =>
  [...Map.groupBy(spots, ({ spot: { fact, why, text } }) => (fact.includes('.') ? text : `${fact} ${why}`))].flatMap(
    ([, same]) => {
      const causes = [...new Set(same.flatMap(({ cause }) => cause ?? []))].toSorted();
      return same.slice(0, 1).map(({ spot }) => ({ ...spot, causes }));
    },
  );

/** What was not seen, with the causes that it would have decided. What would only be untidy decides nothing. */
export const blindSpots = (judgements: readonly Judgement[], evidence: Evidence, speaker: Speaker): BlindSpot[] =>
  joined([
    ...judgements
      .filter(({ cause }) => cause.blocks)
      .flatMap((judgement) =>
        spotsOf(judgement, evidence, speaker).map((spot) => ({ spot, cause: judgement.cause.id })),
      ),
    ...ofAttempt(evidence, speaker).map((spot) => ({ spot })),
    ...ofEventLog(judgements, evidence, speaker).map((spot) => ({ spot })),
  ]).toSorted((a, b) => (a.fact < b.fact ? -1 : 1));

/** The facts that the causes read: what must be gathered. */
export const plan = (causes: readonly Cause[]): ReadonlySet<FactName> =>
  new Set<FactName>([
    'now',
    'failedAt',
    'integration',
    'refusals',
    'attempt',
    'loginRows',
    'changes',
    'usersNear',
    ...causes.flatMap(({ clues }) => clues.flatMap(({ needs, also = [] }) => [...needs, ...also])),
  ]);
