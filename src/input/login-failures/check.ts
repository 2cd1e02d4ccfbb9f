import { Trouble } from '../../model/index.ts';
import type { FailuresGiven } from './given.ts';

type Rule = (given: FailuresGiven, json: boolean) => Trouble | undefined;

const clash = (a: string, b: string): Trouble => new Trouble('flags-clash', { a, b });

/** An empty value is nearly always a variable that is not set. */
const noEmptyValue: Rule = (given) => {
  const empty = Object.entries(given).find(([, value]) =>
    [value].flat().some((one) => typeof one === 'string' && one.trim() === ''),
  );
  return empty === undefined ? undefined : new Trouble('flag-empty', { flag: `--${empty[0]}` });
};

const oneSource: Rule = ({ file, 'target-org': org }) =>
  file !== undefined && org !== undefined ? clash('--file', '--target-org') : undefined;

const zoneIsForFiles: Rule = ({ zone, file }) =>
  zone !== undefined && file === undefined ? new Trouble('flag-needs', { flag: '--zone', needs: '--file' }) : undefined;

const windowIsForAlarms: Rule = ({ window, threshold, spike }) =>
  window !== undefined && threshold === undefined && spike === undefined
    ? new Trouble('flag-needs', { flag: '--window', needs: '--threshold or --spike' })
    : undefined;

const intervalIsForFollowing: Rule = ({ interval, follow }) =>
  interval !== undefined && !follow ? new Trouble('flag-needs', { flag: '--interval', needs: '--follow' }) : undefined;

/** What makes no sense of rows that are shown as they come. */
const followGoesOn: Rule = (given, json) => {
  if (!given.follow) return undefined;
  for (const name of ['file', 'until', 'spike', 'output-file'] as const)
    if (given[name] !== undefined) return clash('--follow', `--${name}`);
  if (json) return clash('--follow', '--json');
  const format = given['result-format'];
  return format === 'human' || format === 'json' ? undefined : clash('--follow', `--result-format ${format}`);
};

const rules = [noEmptyValue, oneSource, zoneIsForFiles, windowIsForAlarms, intervalIsForFollowing, followGoesOn];

/** Throws the first `Trouble` that the flags make together, before anything is read. */
export const checkFailuresFlags = (given: FailuresGiven, json: boolean): void => {
  for (const rule of rules) {
    const trouble = rule(given, json);
    if (trouble !== undefined) throw trouble;
  }
};
