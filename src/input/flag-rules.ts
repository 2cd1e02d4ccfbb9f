import { Trouble } from '../model/index.ts';

/** What oclif cannot be told of flags: the trouble that they make together. */
export type FlagRule<Given> = (given: Given) => Trouble | undefined;

export const clash = (a: string, b: string): Trouble => new Trouble('flags-clash', { a, b });

/** An empty value is nearly always a variable that is not set. */
const emptyFlag = (given: object): string | undefined =>
  Object.entries(given).find(([, value]) =>
    [value].flat().some((one) => typeof one === 'string' && one.trim() === ''),
  )?.[0];

/** Throws the first `Trouble` that the flags make together, before anything is read. */
export const checkRules = <Given extends object>(given: Given, rules: ReadonlyArray<FlagRule<Given>>): void => {
  const empty = emptyFlag(given);
  if (empty !== undefined) throw new Trouble('flag-empty', { flag: `--${empty}` });
  for (const rule of rules) {
    const trouble = rule(given);
    if (trouble !== undefined) throw trouble;
  }
};
