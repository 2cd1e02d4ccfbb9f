import { Trouble } from '../../model/index.ts';
import { checkFlags } from '../check.ts';
import type { CheckGiven } from './given.ts';

/** What says nothing where every app is looked at by itself. */
const aboutOneApp = [
  'app',
  'username',
  'flow',
  'login',
  'jwt-key-file',
  'login-url',
  'source-ip',
  'ip-ranges-file',
  'wait',
] as const;

const checkAll = (given: CheckGiven): void => {
  const other = aboutOneApp.find((name) => given[name] !== undefined);
  if (other !== undefined) throw new Trouble('flags-clash', { a: '--all', b: `--${other}` });
  for (const name of ['offline', 'attempt'] as const)
    if (given[name]) throw new Trouble('flags-clash', { a: '--all', b: `--${name}` });
};

const checkOne = (given: CheckGiven): void => {
  if (given.app === undefined && given.login === undefined) throw new Trouble('app-not-named');
  checkFlags(given);
  if (given.wait === undefined) return;
  if (given.offline) throw new Trouble('flags-clash', { a: '--offline', b: '--wait' });
  if (given['no-probe'] && !given.attempt) throw new Trouble('flags-clash', { a: '--no-probe', b: '--wait' });
};

/** Throws the first `Trouble` that the flags make together, before anything is read. */
export const checkCheckFlags = (given: CheckGiven): void => (given.all ? checkAll(given) : checkOne(given));
