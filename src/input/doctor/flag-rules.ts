import { Trouble } from '../../model/index.ts';
import type { StoredLogin } from '../../model/index.ts';
import { checkRules, clash, type FlagRule } from '../flag-rules.ts';
import type { Given } from './given.ts';

/** SOAP login() sends the password as well. */
const noPasswordIsSent: FlagRule<Given> = ({ attempt, flow }) =>
  attempt && (flow === 'password' || flow === 'soap-login')
    ? new Trouble('attempt-with-password', { flow })
    : undefined;

/** By the flow of the browser the credential is a person. */
const credentialForAttempt: FlagRule<Given> = (given) =>
  given.attempt &&
  given.flow !== 'web' &&
  [given['jwt-key-file'], given['client-secret-file'], given.login].every((one) => one === undefined)
    ? new Trouble('attempt-without-credential')
    : undefined;

/** The secret alone logs in nobody but the app itself; with a code of the browser it goes along. */
const secretOfItsFlows: FlagRule<Given> = ({ attempt, 'client-secret-file': file, flow = 'client-credentials' }) =>
  !attempt || file === undefined || flow === 'client-credentials' || flow === 'web'
    ? undefined
    : clash('--client-secret-file', `--flow ${flow}`);

/** What can be read from standard input, which has one text. */
const fromStdin = ['error-file', 'client-secret-file', 'assertion-file', 'token-file'] as const;

const stdinOnce: FlagRule<Given> = (given) => {
  const [one, other] = fromStdin.filter((name) => given[name] === '-');
  return one === undefined || other === undefined ? undefined : clash(`--${one} -`, `--${other} -`);
};

/** What an attempt and the looking need, for a diagnosis and for a check of the gates. */
export const lookingRules = [noPasswordIsSent, credentialForAttempt, secretOfItsFlows];

const somethingToDiagnose: FlagRule<Given> = (given) => {
  const { username, app, login, error, 'error-file': file, 'login-url': url, 'jwt-key-file': keyFile } = given;
  const authUrlFile = given['sfdx-url-file'];
  const decoded = [given['assertion-file'], given['token-file']];
  const told = [username, app, login, error, file, url, keyFile, authUrlFile, given.evidence, ...decoded];
  return given.last !== true && told.every((one) => one === undefined) ? new Trouble('nothing-given') : undefined;
};

const textToAnswer: FlagRule<Given> = ({ answer, error, 'error-file': file, last, evidence }) =>
  answer !== undefined && last !== true && [error, file, evidence].every((one) => one === undefined)
    ? new Trouble('answer-without-text')
    : undefined;

/** Throws the first `Trouble` that the flags make together, before anything is read. */
export const checkDoctorFlags = (given: Given): void =>
  checkRules(given, [...lookingRules, stdinOnce, textToAnswer, somethingToDiagnose]);

/** A key alone signs nothing: the assertion names a user. Throws `Trouble`. */
export const checkAttempt = (given: Given, login: StoredLogin | undefined): void => {
  const { attempt, username, 'jwt-key-file': keyFile } = given;
  if (attempt && keyFile !== undefined && username === undefined && login === undefined)
    throw new Trouble('attempt-without-user');
};
