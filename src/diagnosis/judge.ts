import { bearingOf, defined, usesApp, valueOf } from '../model/index.ts';
import type { Cause, Clue, Evidence, FactName, Facts, Flow, Gate, Sign, Standing } from '../model/index.ts';

/** A sign together with the clue that gave it. */
export type SpokenSign = { readonly clue: Clue; readonly sign: Sign };

export type Judgement = {
  readonly cause: Cause;
  readonly standing: Standing;
  readonly signs: readonly SpokenSign[];
  /** `broken`: its facts are known, and reading them failed. */
  readonly unread: ReadonlyArray<{
    readonly clue: string;
    readonly facts: readonly FactName[];
    readonly broken?: true;
  }>;
  /** It works today, and will break: that is all that is wrong. `on`: UTC, ISO 8601; `season`: where no day is known. */
  readonly ahead?: { readonly on?: string; readonly season?: string };
  readonly since?: string;
};

/** Only the facts that the clue declared, so that it cannot reach another even by accident. */
const factsFor = ({ needs, also = [] }: Clue, evidence: Evidence): Facts | readonly FactName[] => {
  const missing = needs.filter((name) => evidence[name].state !== 'known');
  if (missing.length > 0) return missing;
  const entries = [...needs, ...also].flatMap((name) => {
    const fact = evidence[name];
    return fact.state === 'known' ? [[name, fact.value] as const] : [];
  });
  return Object.fromEntries(entries) as unknown as Facts;
};

/** What nobody can see without an app. */
const ofApp: ReadonlySet<FactName> = new Set<FactName>([
  'app',
  'appOauth',
  'appAccess',
  'appState',
  'appTokens',
  'ipRelaxation',
  'tokenIpRanges',
]);

/** login() goes through no app: whatever of one was not seen is not missed. */
const isNotMissed = (missing: readonly FactName[], flow: Flow | undefined): boolean =>
  !usesApp(flow) && missing.every((name) => ofApp.has(name));

const isMissing = (facts: Facts | readonly FactName[]): facts is readonly FactName[] => Array.isArray(facts);

type Speech = Pick<Judgement, 'signs' | 'unread'>;

/**
 * While the flow is not known, what happens in some flows only is at most suspected today, and nothing of it is foretold.
 * What would only be untidy is not told at all.
 */
const unsure = (sign: Sign, { blocks }: Cause): Sign | undefined => {
  if (!blocks || sign.kind === 'foretells') return undefined;
  return sign.kind === 'proves' ? { ...sign, kind: 'suggests' } : sign;
};

/** In another flow nothing of its state matters. */
const isBarred = (clue: Clue, signs: readonly SpokenSign[]): boolean => clue.about === 'state' && signs.some(bars);

/** What a clue says; `broken` where it could not be read, though its facts are there: that is our fault, and is said. */
const hearClue = (clue: Clue, facts: Facts): Sign | undefined | 'broken' => {
  try {
    return clue.read(facts);
  } catch {
    return 'broken';
  }
};

const listen = (cause: Cause, evidence: Evidence): Speech => {
  const flow = valueOf(evidence.integration)?.flow;
  const signs: SpokenSign[] = [];
  const unread: Array<Judgement['unread'][number]> = [];
  for (const clue of cause.clues) {
    if (isBarred(clue, signs) || bearingOf(flow, clue.flows) !== 'in') continue;
    const facts = factsFor(clue, evidence);
    if (isMissing(facts)) {
      if (clue.doubts !== true && !isNotMissed(facts, flow)) unread.push({ clue: clue.id, facts });
      continue;
    }
    const sign = hearClue(clue, facts);
    if (sign === 'broken') {
      unread.push({ clue: clue.id, facts: [], broken: true });
      continue;
    }
    const isUnsure = clue.about === 'state' && bearingOf(flow, cause.flows) === 'not-known';
    const heard = sign !== undefined && isUnsure ? unsure(sign, cause) : sign;
    if (heard !== undefined) signs.push({ clue, sign: heard });
  }
  return { signs, unread };
};

/** The login goes by a flow in which this cause cannot happen. */
const bars = ({ clue, sign }: SpokenSign): boolean => clue.bars === true && sign.kind === 'rules-out';

/** Whether the flow alone rules it out. */
export const isOffTheRoad = ({ signs }: Pick<Judgement, 'signs'>): boolean => signs.some(bars);

const speaksFor = ({ sign }: SpokenSign): boolean => sign.kind === 'proves' || sign.kind === 'suggests';

type Heard = { readonly shown: readonly SpokenSign[]; readonly counting: readonly SpokenSign[] };

/**
 * A sign about the failure that rules out silences the other signs about the failure (the org's own record overrules the text).
 * It is shown, but says nothing against a state that is there now.
 */
const hear = (signs: readonly SpokenSign[]): Heard => {
  const overruled = signs.some(({ clue, sign }) => clue.about === 'failure' && sign.kind === 'rules-out');
  if (!overruled) return { shown: signs, counting: signs };
  const shown = signs.filter((spoken) => spoken.clue.about === 'state' || !speaksFor(spoken));
  const state = shown.filter(({ clue }) => clue.about === 'state');
  return { shown, counting: state.some(speaksFor) ? state : shown };
};

const isDoubt = ({ sign }: SpokenSign): boolean => 'doubt' in sign;

/** A doubt is heard only where something speaks for the cause. */
const withoutIdleDoubts = (signs: readonly SpokenSign[]): readonly SpokenSign[] =>
  signs.some(speaksFor) ? signs : signs.filter((spoken) => !isDoubt(spoken));

/** What the state that is there now rules out, where that is not all there was. */
const isRuledOut = (signs: readonly SpokenSign[]): boolean =>
  signs.some((spoken) => spoken.sign.kind === 'rules-out' && !isDoubt(spoken)) &&
  !signs.some((spoken) => spoken.clue.outlives === true && speaksFor(spoken));

const standingOf = (signs: readonly SpokenSign[], hasUnread: boolean): Standing => {
  const kinds = new Set(signs.map(({ sign }) => sign.kind));
  if (kinds.has('proves')) return kinds.has('rules-out') ? 'suspected' : 'confirmed';
  if (isRuledOut(signs)) return 'ruled-out';
  if (kinds.has('suggests')) return 'suspected';
  return hasUnread || kinds.has('untold') ? 'undecided' : 'no-sign';
};

/** Earliest time since which it stands, of the signs that prove it. */
const sinceOf = (signs: readonly SpokenSign[]): string | undefined =>
  signs.flatMap(({ sign }) => (sign.kind === 'proves' ? (sign.since ?? []) : [])).toSorted()[0];

type Foretold = Extract<Sign, { readonly kind: 'foretells' }>;

/** What lies ahead of a cause that does not stand today: the nearest day, else the season. What is sure has its day, and goes before what is not. */
const aheadOf = (signs: readonly SpokenSign[]): { readonly sure: boolean; readonly ahead: Judgement['ahead'] } => {
  const all = signs.flatMap(({ sign }): Foretold[] => (sign.kind === 'foretells' ? [sign] : []));
  const sure = all.filter(({ uncertain }) => uncertain !== true);
  const told = sure.length > 0 ? sure : all;
  const on = told.flatMap((sign) => sign.on ?? []).toSorted()[0];
  const [season] = told.flatMap((sign) => sign.season ?? []);
  if (on !== undefined) return { sure: sure.length > 0, ahead: { on } };
  return { sure: false, ahead: season === undefined ? undefined : { season } };
};

/** The gate at which it stands: that of the sign that speaks for it, where that sign has one of its own. */
export const gateOf = ({ cause, signs }: Pick<Judgement, 'cause' | 'signs'>): Gate =>
  [
    signs.find(({ sign }) => sign.kind === 'proves'),
    signs.find(speaksFor),
    signs.find(({ sign }) => sign.kind === 'untold'),
  ].find((spoken) => spoken !== undefined)?.clue.gate ?? cause.gate;

/** A cause that does not stand today, and of which nothing was left unread. A date that lies ahead does not make a login ill. */
export const isOpen = ({ standing, unread, signs, ahead }: Judgement): boolean =>
  standing === 'ruled-out' ||
  (unread.length === 0 &&
    signs.every(({ sign }) => sign.kind !== 'untold') &&
    (standing === 'no-sign' || ahead !== undefined));

/** How one cause stands in the evidence. The only function that handles not knowing. */
export const judge = (cause: Cause, evidence: Evidence): Judgement => {
  const { signs, unread } = listen(cause, evidence);
  const { shown, counting } = hear(withoutIdleDoubts(signs));
  const today = standingOf(counting, unread.length > 0);
  const { ahead, sure } = aheadOf(counting);
  const foretold = ahead !== undefined && today !== 'confirmed' && today !== 'suspected';
  const since = sinceOf(counting);
  return {
    cause,
    standing: foretold ? (sure ? 'confirmed' : 'suspected') : today,
    signs: shown,
    unread,
    ...(foretold ? { ahead } : {}),
    ...defined({ since }),
  };
};

const readsAlike = ({ clues }: Cause, one: Evidence, other: Evidence): boolean =>
  one.integration === other.integration &&
  clues.every(({ needs, also = [] }) => [...needs, ...also].every((name) => one[name] === other[name]));

/** As `judge`, of evidence in which little differs from that of an earlier judgement: where a cause reads nothing of it, that one holds. */
export const judgeAgain = (
  judgement: Judgement,
  { from, to }: { readonly from: Evidence; readonly to: Evidence },
): Judgement => (readsAlike(judgement.cause, from, to) ? judgement : judge(judgement.cause, to));
