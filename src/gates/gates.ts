import {
  gateOf,
  isOffTheRoad,
  isOpen,
  sourcesOf,
  spotsOf,
  textOf,
  type Judgement,
  type SpokenSign,
} from '../diagnosis/index.ts';
import { defined, gates as allGates } from '../model/index.ts';
import type {
  Evidence,
  Finding,
  Gate,
  GateBlindSpot,
  GateResult,
  GateSign,
  GateState,
  Speaker,
} from '../model/index.ts';

export type View = { readonly evidence: Evidence; readonly speaker: Speaker };

/** What is only untidy closes nothing. */
const blocking = (judgements: readonly Judgement[]): readonly Judgement[] =>
  judgements.filter(({ cause }) => cause.blocks);

const stateOfSign = ({ kind }: SpokenSign['sign'], isClosed: boolean): GateState => {
  if (kind === 'proves') return isClosed ? 'closed' : 'not-seen';
  return kind === 'suggests' || kind === 'untold' ? 'not-seen' : 'open';
};

const closes = ({ standing, role }: Finding): boolean => standing === 'confirmed' && role !== 'later';

const signsAt = (gate: Gate, judgement: Judgement, isClosed: boolean, view: View): readonly GateSign[] =>
  judgement.signs
    .filter(({ clue }) => (clue.gate ?? judgement.cause.gate) === gate && clue.bars !== true)
    .map((spoken) => ({
      cause: judgement.cause.id,
      check: spoken.clue.id,
      state: stateOfSign(spoken.sign, isClosed),
      text: textOf(judgement.cause, spoken, view.speaker),
      sources: sourcesOf(spoken, view.evidence),
    }));

const spotsAt = (gate: Gate, judgements: readonly Judgement[], view: View): readonly GateBlindSpot[] => {
  const spots = judgements
    .filter((judgement) => !isOpen(judgement) && gateOf(judgement) === gate)
    .flatMap((judgement) => spotsOf(judgement, view.evidence, view.speaker));
  return [...new Map(spots.map((spot) => [spot.text, { ...spot, hides: [gate] }])).values()];
};

/** What was not read says so beside what was: the sentence of what nobody tells is a sign already. */
const unread = (spots: readonly GateBlindSpot[], signs: readonly GateSign[]): readonly GateSign[] =>
  spots
    .filter(({ text }) => !signs.some((sign) => sign.text === text))
    .map(({ fact, text }) => ({ check: fact, state: 'not-seen', text, sources: [] }));

const stateOf = (here: readonly Judgement[], isClosed: boolean): GateState => {
  if (isClosed) return 'closed';
  if (here.every(isOffTheRoad)) return 'not-applicable';
  return here.every(isOpen) ? 'open' : 'not-seen';
};

/** The flow has no business here, or nothing was seen: a sentence all the same. */
const plain = (state: GateState, here: readonly Judgement[], { speaker }: View): GateSign => {
  const spoken = here.flatMap(({ cause, signs }) =>
    signs.filter(({ clue }) => clue.bars === true).map((sign) => textOf(cause, sign, speaker)),
  )[0];
  return state === 'not-applicable'
    ? { check: 'flow', state, text: spoken ?? '', sources: [] }
    : { check: 'nothing', state, text: speaker.nothingSeen(), sources: [] };
};

/**
 * One gate as a view of its causes: closed by those that are confirmed, not seen by those that are not decided, not applicable where the
 * flow rules all of them out, open for the rest.
 */
const gateResult = (
  gate: Gate,
  judgements: readonly Judgement[],
  findings: readonly Finding[],
  view: View,
): GateResult => {
  const here = judgements.filter((judgement) => gateOf(judgement) === gate || judgement.cause.gate === gate);
  const standing = here.filter((judgement) => gateOf(judgement) === gate);
  const closers = findings.filter((finding) => closes(finding) && finding.gate === gate);
  const closing = new Set(closers.map(({ cause }) => cause));
  const state = stateOf(standing, closers.length > 0);
  const blindSpots = spotsAt(gate, judgements, view);
  const told = judgements.flatMap((judgement) => signsAt(gate, judgement, closing.has(judgement.cause.id), view));
  const signs = state === 'not-applicable' ? [] : [...told, ...unread(blindSpots, told)];
  return {
    gate,
    title: view.speaker.gate(gate),
    state,
    signs: signs.length === 0 ? [plain(state, here, view)] : signs,
    closedBy: closers.map(({ cause, title, meaning, remedies, verify }) => ({
      cause,
      title,
      meaning,
      remedies,
      ...defined({ verify }),
    })),
    blindSpots,
  };
};

/** Every gate, in order. */
export const gateResults = (
  judgements: readonly Judgement[],
  findings: readonly Finding[],
  view: View,
): readonly GateResult[] => allGates.map((gate) => gateResult(gate, blocking(judgements), findings, view));
