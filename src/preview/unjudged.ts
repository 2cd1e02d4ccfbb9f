import { isOffTheRoad, type Judgement, type SpokenSign } from '../diagnosis/index.ts';
import { bearingOf, valueOf } from '../model/index.ts';
import type { Cause, CauseId, Clue, Edit, Evidence, FactName, Flow, Sign } from '../model/index.ts';
import { bearsBeyond, bearsOn } from './bears-on.ts';
import type { Way } from './way.ts';

/** What a change asks of a login: facts that it changed, and by which edits that can refuse somebody. */
export type Asked = ReadonlyMap<FactName, readonly Edit[]>;

const factsOf = ({ needs, also = [] }: Clue): readonly FactName[] => [...needs, ...also];

/** Of a failure that was seen nobody speaks here, and what only casts doubt on a proof leaves nothing undecided. */
const decidesOf = ({ about, doubts, bars }: Clue): boolean => about === 'state' && doubts !== true && bars !== true;

const isAsked = (asked: Asked, name: FactName, cause: Cause): boolean =>
  asked.get(name)?.some((edit) => bearsOn(edit, cause)) === true;

/** Whether the change puts any question to a cause. */
export const isAskedOf = (cause: Cause, asked: Asked): boolean =>
  [...asked.values()].flat().some((edit) => bearsOn(edit, cause));

/** A clue that the change puts a question to, and of which facts. */
type Question = { readonly clue: Clue; readonly of: readonly FactName[] };

/** Flow by flow: in another one it is not asked, and in one that nobody knows it may be. */
const questionsTo = (cause: Cause, asked: Asked, flow: Flow | undefined): readonly Question[] =>
  cause.clues
    .filter((clue) => decidesOf(clue) && bearingOf(flow, clue.flows) !== 'out')
    .map((clue) => ({ clue, of: factsOf(clue).filter((name) => isAsked(asked, name, cause)) }))
    .filter(({ of }) => of.length > 0);

const isOf =
  ({ id }: Clue) =>
  ({ clue }: SpokenSign): boolean =>
    clue.id === id;

/** Where the clock was moved the words tell other times. */
const wordsOf = (sign: Sign | undefined, isMoved: boolean): string =>
  sign === undefined ? '' : JSON.stringify(isMoved ? sign.kind : sign);

/** A day that lies ahead is told apart from today elsewhere. */
const settles = (sign: Sign | undefined): boolean => sign?.kind === 'proves' || sign?.kind === 'foretells';

/** By the clock of the org it is open then; whether it is by every clock is asked where the times are gone through. */
const answersBySilence: ReadonlySet<CauseId> = new Set<CauseId>(['login-hours']);

type Compared = {
  readonly base: Judgement;
  readonly after: Judgement;
  readonly evidence: Evidence;
  readonly isMoved: boolean;
};

/** Whether another clue rules the cause out that has read the same: whatever this one would say, it is settled. */
const isRuledOut = ({ of }: Question, { after, evidence }: Compared): boolean =>
  after.standing === 'ruled-out' &&
  after.signs.some(
    ({ clue, sign }) =>
      sign.kind === 'rules-out' &&
      sign.doubt !== true &&
      of.every((name) => factsOf(clue).includes(name) && evidence[name].state === 'known'),
  );

/** It was read, and says what it said before, or what settles it. */
const isAnswered = (question: Question, compared: Compared): boolean => {
  const { clue } = question;
  const { base, after, evidence, isMoved } = compared;
  if (isRuledOut(question, compared)) return true;
  const flow = valueOf(evidence.integration)?.flow;
  if (bearingOf(flow, clue.flows) === 'not-known' || after.unread.some(({ clue: id }) => id === clue.id)) return false;
  if (answersBySilence.has(after.cause.id)) return true;
  const [before, now] = [base.signs.find(isOf(clue))?.sign, after.signs.find(isOf(clue))?.sign];
  return settles(now) || wordsOf(before, isMoved) === wordsOf(now, isMoved);
};

/**
 * Whether a change puts a question to a cause that this login's evidence does not answer: a clue reads what was changed, and it could not
 * be read, or fell silent, or says something that decides nothing.
 */
export const isUnjudged = (asked: Asked, compared: Compared): boolean => {
  const { after, evidence } = compared;
  if (isOffTheRoad(after)) return false;
  const flow = valueOf(evidence.integration)?.flow;
  return questionsTo(after.cause, asked, flow).some((question) => !isAnswered(question, compared));
};

const edited = (asked: Asked): ReadonlySet<Edit> => new Set([...asked.values()].flat());

const hears = (cause: Cause, edit: Edit, asked: Asked): boolean =>
  bearsOn(edit, cause) &&
  cause.clues.some((clue) => decidesOf(clue) && factsOf(clue).some((name) => asked.get(name)?.includes(edit) === true));

/** Edits that no cause reads: nobody judges what they do to a login that comes so. */
export const unheard = (asked: Asked, causes: readonly Cause[], way: Way): readonly Edit[] =>
  [...edited(asked)].filter(
    (edit) => bearsBeyond(edit.setting, way) || !causes.some((cause) => hears(cause, edit, asked)),
  );
