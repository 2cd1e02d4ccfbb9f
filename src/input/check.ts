import { Trouble } from '../model/index.ts';
import type { StoredLogin } from '../model/index.ts';
import type { Given } from './given.ts';

type Rule = (given: Given) => Trouble | undefined;

const clash = (a: string, b: string): Trouble => new Trouble('flags-clash', { a, b });

/** An empty value is nearly always a variable that is not set. */
const noEmptyValue: Rule = (given) => {
  const empty = Object.entries(given).find(([, value]) =>
    [value].flat().some((one) => typeof one === 'string' && one.trim() === ''),
  );
  return empty === undefined ? undefined : new Trouble('flag-empty', { flag: `--${empty[0]}` });
};

const oneErrorText: Rule = ({ error, 'error-file': file }) =>
  error !== undefined && file !== undefined ? clash('--error', '--error-file') : undefined;

const offlineSendsNothing: Rule = ({ offline, attempt, 'target-org': targetOrg }) => {
  if (!offline) return undefined;
  if (attempt) return clash('--offline', '--attempt');
  return targetOrg === undefined ? undefined : clash('--offline', '--target-org');
};

/** SOAP login() sends the password as well. */
const noPasswordIsSent: Rule = ({ attempt, flow }) =>
  attempt && (flow === 'password' || flow === 'soap-login')
    ? new Trouble('attempt-with-password', { flow })
    : undefined;

const credentialForAttempt: Rule = ({ attempt, 'jwt-key-file': keyFile, login }) =>
  attempt && keyFile === undefined && login === undefined ? new Trouble('attempt-without-credential') : undefined;

const somethingToDiagnose: Rule = (given) => {
  const { username, app, login, error, 'error-file': file, 'login-url': url, 'jwt-key-file': keyFile } = given;
  const authUrlFile = given['sfdx-url-file'];
  if (given.last === true) return undefined;
  return [username, app, login, error, file, url, keyFile, authUrlFile, given.evidence].every(
    (one) => one === undefined,
  )
    ? new Trouble('nothing-given')
    : undefined;
};

/** Flags of a look at a login. */
const gathering = [
  ...(['target-org', 'username', 'app', 'flow', 'login-url', 'source-ip', 'jwt-key-file', 'sfdx-url-file'] as const),
  ...(['login', 'error', 'error-file', 'at', 'offline', 'no-probe', 'attempt', 'save-evidence'] as const),
];

/** What was seen is judged as it is: nothing that would have to be looked at anew goes with it. */
const savedIsWhole: Rule = (given) => {
  const from = given.last === true ? '--last' : given.evidence === undefined ? undefined : '--evidence';
  if (from === undefined) return undefined;
  const asks = gathering.find((flag) => given[flag] !== undefined && given[flag] !== false);
  if (asks !== undefined) return clash(from, `--${asks}`);
  return given.last === true && given.evidence !== undefined ? clash('--last', '--evidence') : undefined;
};

const rules = [
  noEmptyValue,
  savedIsWhole,
  oneErrorText,
  offlineSendsNothing,
  noPasswordIsSent,
  credentialForAttempt,
  somethingToDiagnose,
];

/** Throws the first `Trouble` that the flags make together, before anything is read. */
export const checkFlags = (given: Given): void => {
  for (const rule of rules) {
    const trouble = rule(given);
    if (trouble !== undefined) throw trouble;
  }
};

/** A key alone signs nothing: the assertion names a user. Throws `Trouble`. */
export const checkAttempt = ({ attempt, username }: Given, login: StoredLogin | undefined): void => {
  if (attempt && username === undefined && login === undefined) throw new Trouble('attempt-without-user');
};
