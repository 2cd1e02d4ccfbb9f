import { Trouble } from '../../model/index.ts';
import { checkRules, clash, type FlagRule } from '../flag-rules.ts';
import type { FailuresGiven } from './given.ts';

/** oclif takes a threshold of 0 for none. */
const windowIsForAlarms: FlagRule<FailuresGiven> = ({ window, threshold, spike }) =>
  window !== undefined && threshold === undefined && spike === undefined
    ? new Trouble('flag-needs', { flag: '--window', needs: '--threshold or --spike' })
    : undefined;

/** What makes no sense of rows that are shown as they come. */
const followGoesOn =
  (json: boolean): FlagRule<FailuresGiven> =>
  ({ follow, 'result-format': format }) => {
    if (!follow) return undefined;
    if (json) return clash('--follow', '--json');
    return format === 'human' || format === 'json' ? undefined : clash('--follow', `--result-format ${format}`);
  };

/** Throws the first `Trouble` that the flags make together, before anything is read. */
export const checkFailuresFlags = (given: FailuresGiven, json: boolean): void =>
  checkRules(given, [windowIsForAlarms, followGoesOn(json)]);
