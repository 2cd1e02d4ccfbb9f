import { defined, known, unknown, valueOf } from '../model/index.ts';
import type { Environment, Evidence, Fact, Integration, StoredLogin, Swapped } from '../model/index.ts';
import type { HeldSecret } from '../oauth/index.ts';
import {
  readAccessToken,
  readAssertion,
  readAuthUrlFile,
  readEnvironment,
  readKeyFile,
  readStoredLogin,
  type Variables,
} from './local/index.ts';

export type LocalRequest = {
  readonly integration: Integration;
  /** Path of the private key file. */
  readonly keyFile?: string | undefined;
  /** Path of the file with an SFDX auth URL. */
  readonly authUrlFile?: string | undefined;
  /** What somebody gave to be decoded. */
  readonly assertion?: HeldSecret | undefined;
  readonly accessToken?: HeldSecret | undefined;
  /** Values of another kind than was asked for, which are kept out of the integration. */
  readonly swapped?: readonly Swapped[] | undefined;
  /** `process.env`; absent: no variable is looked at. */
  readonly variables?: Variables | undefined;
};

export type Local = Pick<Evidence, 'keyFile' | 'storedLogin' | 'authUrl' | 'assertion' | 'accessToken' | 'swapped'>;

const asked = { place: 'asked' } as const;

const swappedIn = (given: readonly Swapped[], stored: StoredLogin | undefined): readonly Swapped[] =>
  stored?.clientIdIs === undefined ? given : [...given, { given: 'stored-login', shape: stored.clientIdIs }];

const storedFact = (login: string | undefined, stored: StoredLogin | undefined): Local['storedLogin'] =>
  login === undefined ? unknown('not-asked', '--login') : known(stored, { place: 'stored-login', name: login });

/** Whoever gives none has none. */
const given = async <T>(
  flag: string,
  secret: HeldSecret | undefined,
  read: (secret: HeldSecret) => Promise<T>,
): Promise<Fact<T | undefined>> =>
  secret === undefined ? known(undefined, asked) : known(await read(secret), { ...asked, name: flag });

/** Costs nothing: no request leaves the machine. Whoever names no auth URL has none. */
export const gatherLocal = async (request: LocalRequest): Promise<Local> => {
  const { integration, keyFile, authUrlFile, swapped = [] } = request;
  const { login } = integration;
  const stored = login === undefined ? undefined : await readStoredLogin(login);
  const path = keyFile ?? stored?.keyFile;
  const key = path === undefined ? undefined : await readKeyFile(path);
  return {
    keyFile:
      key === undefined ? unknown('not-asked', '--jwt-key-file') : known(key, { place: 'key-file', name: key.path }),
    storedLogin: storedFact(login, stored),
    authUrl:
      authUrlFile === undefined
        ? known(undefined, asked)
        : known(await readAuthUrlFile(authUrlFile), { place: 'auth-url', name: authUrlFile }),
    assertion: await given('--assertion-file', request.assertion, readAssertion),
    accessToken: await given('--token-file', request.accessToken, readAccessToken),
    swapped: known(swappedIn(swapped, stored), asked),
  };
};

/** The variables that lead a login elsewhere or carry it. */
export const gatherEnvironment = async (
  { variables }: LocalRequest,
  { loginUrl }: Integration,
): Promise<Fact<Environment>> =>
  variables === undefined
    ? unknown('not-asked')
    : known(await readEnvironment(variables, loginUrl), { place: 'environment' });

type LoginValues = Pick<Integration, 'loginUrl' | 'consumerKey' | 'username'>;

const toldBy = (stored: StoredLogin | undefined): LoginValues =>
  defined({
    loginUrl: stored?.loginUrl ?? stored?.instanceUrl,
    consumerKey: stored?.clientId,
    username: stored?.username,
  });

/** Whom an assertion or a token names is who logs in with it. */
const inToken = ({ assertion, accessToken }: Local): LoginValues => {
  const [signed, token] = [valueOf(assertion), valueOf(accessToken)];
  return {
    ...(token?.form === 'jwt' ? defined({ consumerKey: token.consumerKey }) : {}),
    ...(signed?.state === 'decoded' ? defined({ consumerKey: signed.issuer, username: signed.subject }) : {}),
  };
};

/** The assertion, the stored login, then the auth URL, fill what was not said. */
export const withStored = (integration: Integration, local: Local): Integration => {
  const { storedLogin, authUrl } = local;
  const file = valueOf(authUrl);
  const inUrl = file?.state === 'usable' ? defined({ loginUrl: file.loginUrl, consumerKey: file.clientId }) : {};
  return { ...inUrl, ...toldBy(valueOf(storedLogin)), ...inToken(local), ...integration };
};
