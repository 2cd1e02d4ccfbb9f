import { Trouble } from '../../model/index.ts';
import { lookingRules } from '../doctor/flag-rules.ts';
import { checkRules, clash, type FlagRule } from '../flag-rules.ts';
import type { CheckGiven } from './given.ts';

const somethingToCheck: FlagRule<CheckGiven> = ({ all, app, login }) =>
  !all && app === undefined && login === undefined ? new Trouble('app-not-named') : undefined;

/** Who waits asks again and again, unless it is by a login each time. */
const somethingToAsk: FlagRule<CheckGiven> = ({ wait, attempt, 'no-probe': noProbe }) =>
  wait !== undefined && noProbe && !attempt ? clash('--no-probe', '--wait') : undefined;

/** Throws the first `Trouble` that the flags make together, before anything is read. */
export const checkCheckFlags = (given: CheckGiven): void =>
  checkRules<CheckGiven>(given, [somethingToCheck, ...lookingRules, somethingToAsk]);
