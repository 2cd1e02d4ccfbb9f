import { mapStrings } from '../map-strings.ts';
import { patternOf, type Identity } from './identity.ts';
import { namer, type Namer } from './namer.ts';
import { hiders } from './patterns.ts';

/** Gives pseudonyms, the same in all that a run says: reports, warnings, errors. */
export type Redactor = {
  /** Takes names that are known by their place: no pattern would find these. */
  readonly learn: (names: readonly Identity[]) => void;
  readonly text: (text: string) => string;
  /** `keep`: members that hold words of our own. */
  readonly data: <T>(data: T, keep: ReadonlySet<string>) => T;
  readonly name: Namer;
};

type Known = { readonly name: string; readonly pattern: RegExp; readonly pseudonym: string };

export const redactor = (): Redactor => {
  const name = namer();
  const known = new Map<string, Known>();
  // Longest first: a name that stands inside another one must not break it.
  let longestFirst: readonly Known[] = [];
  const text = (from: string): string =>
    hiders.reduce(
      (left, hider) => hider(left, name),
      longestFirst.reduce((left, { pattern, pseudonym }) => left.replaceAll(pattern, pseudonym), from),
    );
  return {
    learn: (names) => {
      for (const one of names) {
        const key = one.exact === true ? one.name : one.name.toLowerCase();
        if (known.has(key)) continue;
        known.set(key, { name: one.name, pattern: patternOf(one), pseudonym: name(one.kind, one.as ?? one.name) });
      }
      longestFirst = [...known.values()].toSorted((a, b) => b.name.length - a.name.length);
    },
    text,
    data: (data, keep) => mapStrings(data, text, keep),
    name,
  };
};
