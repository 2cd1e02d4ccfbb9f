import { nearestOne } from './reading/mark.ts';
import type { Mark } from './reading/mark.ts';
import { readSteps } from './wrappers/steps.ts';

/** Whose text it may be: `undefined` for Salesforce, else the provider's name, or the host of a server that is not known. */
export type Owner = Mark<string | undefined>;

/** Who is named round a place. */
export type Owners = {
  readonly marks: readonly Owner[];
  /** Whoever is named in the same line; else in the same step of a log; else nearest. Nobody in a text that names none. */
  readonly near: (start: number, end?: number) => Owner | undefined;
  /** Whether whoever is named in the same line is Salesforce; undefined where nobody is. */
  readonly isOursInLine: (start: number, end: number) => boolean | undefined;
  /** Whether Salesforce and another are called by their names in the same line, and no address tells which of them spoke. */
  readonly isContested: (start: number, end: number) => boolean;
  /** Whether it is a host, a path or a package that is named, not what somebody is called in a sentence. */
  readonly isAddress: (mark: Owner) => boolean;
};

const isAddress = (source: string, { start, end }: Owner): boolean =>
  /[./@]/u.test(source.slice(Math.max(0, start - 1), end)) || /^[./:]\w/u.test(source.slice(end, end + 2));

const reach = 1500;

export const ownersOf = (source: string, marks: readonly Owner[]): Owners => {
  const sameStep = readSteps(source);
  const between = ({ start, end }: Owner, from: number, to: number): readonly [number, number] =>
    end <= from ? [end, from] : [to, start];
  const inLine = (mark: Owner, from: number, to: number): boolean =>
    !source.slice(...between(mark, from, to)).includes('\n');
  const inStep = (mark: Owner, from: number, to: number): boolean => sameStep(...between(mark, from, to));
  const named = (start: number, end: number, fits: (mark: Owner) => boolean = () => true): Owner | undefined =>
    nearestOne(marks, start, end, reach, (mark) => inLine(mark, start, end) && fits(mark));
  return {
    marks,
    near: (start, end = start) =>
      named(start, end) ??
      nearestOne(marks, start, end, reach, (mark) => inStep(mark, start, end)) ??
      nearestOne(marks, start, end, reach),
    isOursInLine: (start, end) => {
      const owner = named(start, end);
      return owner === undefined ? undefined : owner.value === undefined;
    },
    isContested: (start, end) => {
      const ours = named(start, end, ({ value }) => value === undefined);
      const others = named(start, end, ({ value }) => value !== undefined);
      return ours !== undefined && others !== undefined && !isAddress(source, others);
    },
    isAddress: (mark) => isAddress(source, mark),
  };
};
