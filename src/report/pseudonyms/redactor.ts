import { mapStrings } from '../map-strings.ts';
import { patternOf, type Identity } from './identity.ts';
import { namer, type Namer } from './namer.ts';
import { hiders, type Hider } from './patterns.ts';

/** Gives pseudonyms, the same in all that a run says: reports, warnings, errors. */
export type Redactor = {
  /** Takes names that are known by their place: no pattern would find these. Numbers stand in the order in which they are learnt. */
  readonly learn: (names: readonly Identity[]) => void;
  readonly text: (text: string) => string;
  /** `keep`: members that hold words of our own. */
  readonly data: <T>(data: T, keep: ReadonlySet<string>) => T;
  readonly name: Namer;
};

type Known = { readonly name: string; readonly pattern: RegExp; readonly pseudonym: () => string };

const keyOf = ({ exact, name }: Identity): string => (exact === true ? name : name.toLowerCase());

/**
 * `hints`: names that somebody typed. They take a number where they are met, so that the same things seen have the same ones however they were asked
 * for. `by`: what finds the names that nobody told.
 */
export const redactor = (
  hints: readonly Identity[] = [],
  name: Namer = namer(),
  by: readonly Hider[] = hiders,
): Redactor => {
  const knownAs = (one: Identity): Known => ({
    name: one.name,
    pattern: patternOf(one),
    pseudonym: () => name(one.kind, one.as ?? one.name),
  });
  const hinted = new Map(hints.map((one) => [keyOf(one), knownAs(one)]));
  const learnt = new Map<string, Known>();
  // Longest first: a name that stands inside another one must not break it.
  const sorted = (): readonly Known[] =>
    [...new Map([...hinted, ...learnt]).values()].toSorted((a, b) => b.name.length - a.name.length);
  let longestFirst = sorted();
  const text = (from: string): string =>
    by.reduce(
      (left, hider) => hider(left, name),
      longestFirst.reduce((left, { pattern, pseudonym }) => left.replaceAll(pattern, pseudonym), from),
    );
  return {
    learn: (names) => {
      for (const one of names) {
        const key = keyOf(one);
        if (learnt.has(key) || learnt.has(one.name.toLowerCase())) continue;
        const known = knownAs(one);
        known.pseudonym();
        learnt.set(key, known);
      }
      longestFirst = sorted();
    },
    text,
    data: (data, keep) => mapStrings(data, text, keep),
    name,
  };
};
