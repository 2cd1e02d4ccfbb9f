import { isOpen, type Judgement } from '../diagnosis/index.ts';
import type { Cause, Edit, Evidence, FactName, Verdict } from '../model/index.ts';
import { bearOn } from './bears-on.ts';
import { lay, type Laid } from './lay.ts';
import { pairsOf, type Moments, type Pair } from './pairs.ts';
import type { Standing } from './person.ts';

/** One cause at the moment at which it decides. */
export type Deciding = { readonly judgement: Judgement; readonly evidence: Evidence };

export type Judged = {
  readonly verdict: Verdict;
  /** What refuses it. */
  readonly refusing: readonly Deciding[];
  /** What cannot be told. */
  readonly blind: readonly Deciding[];
  readonly laid: Laid;
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

type Compared = { readonly at: string | undefined; readonly touched: ReadonlyMap<FactName, readonly Edit[]> };

const isSame = ({ base }: Pair, { judgement }: Deciding, { at }: Compared): boolean =>
  said(base, at !== undefined) === said(judgement, at !== undefined);

/** It could not be read, and reads what the change touched. Of a failure that was seen nobody speaks here. */
const readsHidden = ({ judgement: { cause, unread } }: Deciding, { touched }: Compared): boolean =>
  unread.some(({ clue: id }) =>
    cause.clues.some(
      ({ id: own, needs, about }) =>
        own === id && about === 'state' && needs.some((name) => bearOn(touched.get(name) ?? [], cause.id)),
    ),
  );

const isBlind = (pair: Pair, after: Deciding, compared: Compared): boolean => {
  if (closes(after.judgement, compared.at)) return false;
  if (mayHaveCome(after.judgement, compared.at)) return true;
  return !isOpen(after.judgement) && (!isSame(pair, after, compared) || readsHidden(after, compared));
};

type Sorted = {
  /** The change, or the day, shuts it. */
  readonly newly: readonly Deciding[];
  /** It is shut today, and stays so. */
  readonly still: readonly Deciding[];
  readonly blind: readonly Deciding[];
};

const sortOut = (pairs: readonly Pair[], compared: Compared): Sorted => {
  const { at } = compared;
  const newly: Deciding[] = [];
  const still: Deciding[] = [];
  const blind: Deciding[] = [];
  for (const pair of pairs) {
    const closing = pair.after.find(({ judgement }) => closes(judgement, at));
    const unsure = pair.after.find((one) => isBlind(pair, one, compared));
    if (closing === undefined) {
      if (unsure !== undefined) blind.push(unsure);
    } else if (!closes(pair.base)) newly.push(closing);
    else if (closes(pair.today)) still.push(closing);
    // It seemed shut before, and the org let it in all the same: what is seen there is not to be trusted.
    else if (!isSame(pair, closing, compared)) blind.push(closing);
  }
  return { newly, still, blind };
};

const verdictOf = ({ newly, still, blind }: Sorted, wasShut: boolean, untold: boolean): Verdict => {
  if (newly.length > 0) return 'refused';
  if (still.length > 0) return 'refused-already';
  if (blind.length > 0 || untold) return 'untold';
  return wasShut ? 'works-again' : 'goes-on';
};

/**
 * What becomes of one integration's logins: the doctor's judgement, of today's evidence and of the evidence with the change laid over it.
 * An integration that logs in today goes on where nothing that could refuse it stands otherwise than before.
 */
export const judgeChange = (
  standing: Standing,
  edits: readonly Edit[],
  { causes, ...moments }: Moments & { readonly causes: readonly Cause[] },
): Judged => {
  const laid = lay(standing, edits);
  const pairs = pairsOf(standing.evidence, laid.evidence, { causes, ...moments });
  const sorted = sortOut(pairs, { at: moments.at, touched: laid.touched });
  const wasShut = pairs.some(({ today }) => closes(today));
  return {
    verdict: verdictOf(sorted, wasShut, laid.untold.length > 0),
    refusing: sorted.newly.length > 0 ? sorted.newly : sorted.still,
    blind: sorted.blind,
    laid,
  };
};
