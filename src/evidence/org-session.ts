import { exitCodeOfSignal, Trouble } from '../model/index.ts';
import {
  askToken,
  graceMs,
  hostOf,
  jsonObject,
  readGrant,
  textMember,
  withGrace,
  type Answer,
  type Credential,
  type Spent,
} from '../oauth/index.ts';
import { held, keepAccessToken, pickCredential, readStoredLogin } from './local/index.ts';
import { audienceFor } from './login/audience.ts';
import { hostKind } from './login/index.ts';

/** A session of an org, and how to get the next one. */
export type OrgSession = {
  readonly username: string;
  readonly orgId: string;
  readonly instanceUrl: string;
  readonly alias?: string;
  readonly accessToken: string;
  /** Logs in anew, for a session that has ended. Throws `Trouble('rotated-token-lost', { login })`. */
  readonly renew: (signal: AbortSignal | undefined) => Promise<Renewed>;
};

/** A fresh access token, or what the login host said instead; nothing where it could not be asked. */
export type Renewed = { readonly accessToken: string } | { readonly why?: string };

/** How long a login host may take. */
const timeoutMs = 30_000;

const whyOf = (answer: Answer, loginUrl: string): string => {
  if (!answer.reached) return `${answer.trouble} (${hostOf(loginUrl)})`;
  const refused = jsonObject(answer.body);
  const said = [textMember(refused, 'error'), textMember(refused, 'error_description')].filter(
    (part) => part !== undefined,
  );
  return said.length === 0 ? `HTTP ${answer.status} (${hostOf(loginUrl)})` : said.join(': ');
};

/** A refresh token that is sent may come back as another one: whoever ends the command is held until that one is kept. */
const unbroken = (credential: Credential): Credential =>
  held(credential, {
    source: process,
    onHeld: () => undefined,
    end: (signal) => void process.exit(exitCodeOfSignal(signal)),
  });

const cutBy = (signal: AbortSignal | undefined, { how }: Credential): AbortSignal | undefined =>
  signal === undefined || how === 'jwt' ? signal : withGrace(signal, graceMs);

const spend = (credential: Credential, loginUrl: string, signal: AbortSignal | undefined): Promise<Spent> =>
  unbroken(credential).spend(
    { audience: audienceFor(loginUrl, hostKind(loginUrl), process.env.SF_AUDIENCE_URL), now: Date.now() },
    (form) => askToken({ loginUrl, purpose: 'renewal', form, timeoutMs, signal: cutBy(signal, credential) }),
  );

/**
 * One token request by what is stored with the login, to the host that is stored with it. What comes back rotated is saved before anything
 * else is done.
 */
export const renewStored = async (username: string, signal: AbortSignal | undefined): Promise<Renewed> => {
  const storedLogin = await readStoredLogin(username);
  const loginUrl = storedLogin?.loginUrl ?? storedLogin?.instanceUrl;
  if (storedLogin === undefined || loginUrl === undefined || signal?.aborted === true) return {};
  const { credential } = await pickCredential({ integration: { sourceIps: [] }, storedLogin });
  if (credential === undefined) return {};
  const spent = await spend(credential, loginUrl, signal);
  if (spent.state === 'not-sent') return {};
  if (spent.rotation === 'lost') throw new Trouble('rotated-token-lost', { login: username });
  const grant = readGrant(spent.answer);
  if (grant === undefined) return { why: whyOf(spent.answer, loginUrl) };
  await keepAccessToken(username, grant.accessToken);
  return { accessToken: grant.accessToken };
};
