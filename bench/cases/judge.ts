import type { RankedCause } from '../../src/recognition/index.ts';

/** What is known of a failure: the cause that its thread confirmed, and whether the text alone tells it. */
export type Known = {
  readonly cause: string;
  readonly text_sufficient: boolean;
  /** The other causes that the same text can have. */
  readonly also_possible?: readonly string[];
  /** A log in which no login failed. */
  readonly kind?: string;
};

export type Verdict = { readonly right: boolean; readonly why: string };

const kebab = (label: string): string => label.replaceAll('_', '-');

/** So many causes are looked at where the text does not tell which it is. */
const first = 3;

/**
 * A text of which its own source says that it has many causes, and not which it is. There is no first to be right about, so it has
 * to be left open: nothing decided, and at least two of the named causes among the first three.
 */
const judgeAmbiguous = ({ also_possible }: Known, ranked: readonly RankedCause[], shown: string): Verdict => {
  const decided = ranked.find(({ standing }) => standing === 'confirmed');
  if (decided !== undefined) return { right: false, why: `wanted it left open, got ${decided.cause} as decided` };
  const possible = also_possible?.map(kebab);
  const open = ranked.slice(0, first).filter(({ cause }) => possible?.includes(cause) ?? true);
  return { right: open.length >= 2, why: `wanted two or more of ${possible?.join(', ') ?? 'any'}, got ${shown}` };
};

/** The rule of the score: text that suffices, the first cause; else the cause among the first three. */
export const judge = (one: Known, ranked: readonly RankedCause[]): Verdict => {
  const causes: readonly string[] = ranked.map(({ cause }) => cause);
  const wanted = kebab(one.cause);
  const shown = causes.slice(0, first).join(', ') || 'nothing';
  if (wanted === 'ambiguous-many-causes') return judgeAmbiguous(one, ranked, shown);
  if (one.kind === 'no-login-failure')
    return { right: [undefined, 'not-authentication'].includes(causes[0]), why: `wanted nothing named, got ${shown}` };
  const place = causes.indexOf(wanted);
  const right = one.text_sufficient ? place === 0 : place >= 0 && place < first;
  return { right, why: `wanted ${wanted} (${place === -1 ? 'not named' : `place ${place + 1}`}), got ${shown}` };
};
