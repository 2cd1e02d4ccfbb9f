import { isOpen, type Judgement } from '../diagnosis/index.ts';
import type { Cause, Edit, Evidence, UntoldEdit, Verdict } from '../model/index.ts';
import { bearsOn } from './bears-on.ts';
import { lay, type Laid } from './lay.ts';
import { stretchesOf, todayOf, type Moments, type Pair, type Stretch, type Today } from './pairs.ts';
import type { Standing } from './person.ts';
import { isAskedOf, isUnjudged, unheard, type Asked } from './unjudged.ts';
import { wayOf } from './way.ts';

/** One cause at the moment at which it decides. */
export type Deciding = {
  readonly judgement: Judgement;
  readonly evidence: Evidence;
  /** What it hangs on where nobody can say: when it logged in, where the clock of the login hours is, with which key it signs. */
  readonly unsure?: 'time' | NonNullable<Pair['unsure']>;
};

export type Judged = {
  readonly verdict: Verdict;
  /** What refuses it. */
  readonly refusing: readonly Deciding[];
  /** What cannot be told. */
  readonly blind: readonly Deciding[];
  /** Edits of which it cannot be told what they do to this login. */
  readonly untold: readonly UntoldEdit[];
  readonly laid: Laid;
  /** Today's settings refuse it. */
  readonly wasShut: boolean;
};

/** `Summer '27`. */
const yearOf = (season: string): number => 2000 + Number(/'(\d\d)$/u.exec(season)?.[1] ?? 0);

const hasCome = ({ ahead }: Judgement, at: string | undefined): boolean =>
  ahead === undefined || (at !== undefined && ahead.on !== undefined && ahead.on <= at);

const closes = (judgement: Judgement, at?: string): boolean =>
  judgement.standing === 'confirmed' && hasCome(judgement, at);

/** By then it will be there, or perhaps. */
const mayHaveCome = ({ ahead, standing }: Judgement, at: string | undefined): boolean => {
  if (at === undefined || ahead === undefined) return false;
  if (ahead.on !== undefined) return standing === 'suspected' && ahead.on <= at;
  return ahead.season !== undefined && yearOf(ahead.season) <= new Date(at).getUTCFullYear();
};

/** What it says, without the words it says it in where the clock was moved: those tell times. */
const said = ({ standing, signs, unread, ahead }: Judgement, isMoved: boolean): string =>
  JSON.stringify([
    standing,
    signs.map(({ clue, sign }) => [clue.id, isMoved ? sign.kind : sign]),
    unread,
    isMoved ? ahead !== undefined : ahead,
  ]);

type Compared = { readonly at: string | undefined; readonly asked: Asked };

const isSame = ({ base }: Pair, { judgement }: Deciding, { at }: Compared): boolean =>
  said(base, at !== undefined) === said(judgement, at !== undefined);

const isBlind = (pair: Pair, after: Deciding, compared: Compared): boolean => {
  if (closes(after.judgement, compared.at)) return false;
  if (mayHaveCome(after.judgement, compared.at)) return true;
  const { asked, at } = compared;
  const { judgement, evidence } = after;
  // What only opens shuts nothing that was open.
  const mayShut = at !== undefined || !isOpen(pair.base) || isAskedOf(judgement.cause, asked);
  if (mayShut && !isOpen(judgement) && !isSame(pair, after, compared)) return true;
  return isUnjudged(asked, { base: pair.base, after: judgement, evidence, isMoved: at !== undefined });
};

type Sorted = {
  /** The change, or the day, shuts it. */
  readonly newly: readonly Deciding[];
  /** It is shut today, and stays so. */
  readonly still: readonly Deciding[];
  readonly blind: readonly Deciding[];
};

type Bearing = keyof Sorted | 'none';

/** What one cause does at one moment. */
const bearingOf = (pair: Pair, compared: Compared): Bearing => {
  const { base, today, after } = pair;
  if (!closes(after.judgement, compared.at)) return isBlind(pair, after, compared) ? 'blind' : 'none';
  if (!closes(base)) return 'newly';
  if (closes(today)) return 'still';
  // It seemed shut before, and the org let it in all the same: what is seen there is not to be trusted.
  return isSame(pair, after, compared) ? 'none' : 'blind';
};

type Decided = { readonly bearing: Bearing; readonly deciding: Deciding };

const worstOf = (decided: readonly Decided[], ...bearings: readonly Bearing[]): Decided | undefined =>
  bearings.map((bearing) => decided.find((one) => one.bearing === bearing)).find((one) => one !== undefined);

/**
 * What one cause does over a stretch of time: a login that is known settles it. Else it logged in somewhere between, where it was open:
 * only if all of that is shut is it refused, and only if none is does it go on.
 */
const overStretch = ({ pairs, surely }: Stretch, compared: Compared): Decided | undefined => {
  const decidedOf = (pair: Pair): Decided => {
    const bearing = bearingOf(pair, compared);
    const { after, unsure } = pair;
    return bearing === 'none' && unsure !== undefined
      ? { bearing: 'blind', deciding: { ...after, unsure } }
      : { bearing, deciding: after };
  };
  const certain = worstOf(surely.map(decidedOf), 'newly', 'still', 'blind');
  if (certain !== undefined) return certain;
  const all = pairs.map(decidedOf);
  const open = all.filter(({ bearing }) => bearing !== 'still');
  if (open.length === 0) return all[0];
  const [first] = open;
  if (open.every(({ bearing }) => bearing === first?.bearing)) return first;
  const unsure = worstOf(open, 'blind', 'newly');
  return unsure && { bearing: 'blind', deciding: { unsure: 'time', ...unsure.deciding } };
};

/** Each cause once: at the first moment of its kind. */
const sortOut = (stretches: readonly Stretch[], compared: Compared): Sorted => {
  const decided = stretches.flatMap((stretch) => overStretch(stretch, compared) ?? []);
  const of = (wanted: Bearing): readonly Deciding[] => {
    const those = decided.filter(({ bearing }) => bearing === wanted).map(({ deciding }) => deciding);
    return [...Map.groupBy(those, ({ judgement }) => judgement.cause.id).values()].flatMap((some) => some.slice(0, 1));
  };
  return { newly: of('newly'), still: of('still'), blind: of('blind') };
};

const verdictOf = (
  { newly, still, blind }: Sorted,
  { wasShut, untold, mayOpen }: { readonly wasShut: boolean; readonly untold: boolean; readonly mayOpen: boolean },
): Verdict => {
  if (newly.length > 0) return 'refused';
  if (still.length > 0) return mayOpen ? 'untold' : 'refused-already';
  if (blind.length > 0 || untold) return 'untold';
  return wasShut ? 'works-again' : 'goes-on';
};

/** Whether all that shuts it today is perhaps opened. */
const mayAllOpen = ({ still }: Sorted, { mayOpen }: Laid): boolean =>
  still.length > 0 && still.every(({ judgement }) => mayOpen.some(({ edit }) => bearsOn(edit, judgement.cause)));

/** Of a stretch of time: whether it is shut at a login that is known, or else at all times at which there may have been one. */
const isShutBy =
  (shuts: (pair: Pair) => boolean) =>
  ({ surely, pairs }: Stretch): boolean =>
    surely.length > 0 ? surely.some(shuts) : pairs.every(shuts);

/** What of today's settings would refuse these logins by the flow that the evidence names, had all been set a moment ago. */
export const shutToday = (
  { evidence }: Standing,
  { causes, times }: Pick<Moments, 'times'> & { readonly causes: readonly Cause[] },
): readonly Judgement[] =>
  stretchesOf(todayOf(evidence, causes), evidence, { times })
    .filter(isShutBy(({ base }) => closes(base)))
    .flatMap(({ surely, pairs }) => [...surely, ...pairs].find(({ base }) => closes(base))?.base ?? []);

/**
 * What becomes of one integration's logins by the flow that its evidence names: the doctor's judgement, of today's evidence and of the
 * evidence with the change laid over it. An integration that logs in today goes on where every question that the change puts to a cause is
 * answered for this login, and no answer refuses it. `today`: its standing, judged.
 */
export const judgeChange = (
  standing: Standing,
  edits: readonly Edit[],
  { causes, today, ...moments }: Moments & { readonly causes: readonly Cause[]; readonly today: Today },
): Judged => {
  const laid = lay(standing, edits, moments.times);
  const stretches = stretchesOf(today, laid.evidence, moments);
  const sorted = sortOut(stretches, { at: moments.at, asked: laid.asked });
  const wasShut = stretches.some(isShutBy(({ today }) => closes(today)));
  const mayOpen = mayAllOpen(sorted, laid);
  const untold = [
    ...laid.untold,
    ...(mayOpen ? laid.mayOpen : []),
    ...unheard(laid.asked, causes, wayOf(standing.evidence)).map((edit): UntoldEdit => ({ edit, because: 'no-cause' })),
  ];
  return {
    verdict: verdictOf(sorted, { wasShut, untold: untold.length > 0, mayOpen }),
    refusing: [...sorted.newly, ...(mayOpen ? [] : sorted.still)],
    blind: sorted.blind,
    untold,
    laid,
    wasShut,
  };
};
