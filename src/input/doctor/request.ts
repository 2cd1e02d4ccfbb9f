import type { Readable } from 'node:stream';
import type { LookRequest } from '../../look/look.ts';
import { defined } from '../../model/index.ts';
import type { Integration, StoredLogin } from '../../model/index.ts';
import { readAddress } from '../address.ts';
import { checkAttempt, checkDoctorFlags } from './flag-rules.ts';
import { readErrorText } from '../error-text.ts';
import type { Given } from './given.ts';
import { readLoginUrl } from '../login-url.ts';
import { readAssertionFile, readClientSecret, readTokenFile, type SecretReader } from '../secret-file.ts';
import { findLogin, integrationOf } from '../stored-login.ts';
import { sortValues } from './swapped.ts';
import type { LoginStore } from '../stored-login.ts';
import { chooseOrg } from '../target-org.ts';
import { readTime } from '../time.ts';

/** What the flags are read with. */
export type Surroundings = {
  readonly store: LoginStore;
  readonly stdin: Readable;
  /** Milliseconds. */
  readonly now: number;
  /** The CLI's default org. */
  readonly configuredOrg?: string | undefined;
};

/** Consumer keys start like this; a name of an app does not. */
export const isConsumerKey = (app: string): boolean => /^3MVG[\w.]{20,}$/u.test(app);

/** What was given goes before what is stored. */
const integration = (given: Given, login: StoredLogin | undefined): Integration => {
  const url = given['login-url'];
  const { flow } = given;
  const { username, app } = sortValues(given);
  return {
    ...(login === undefined ? {} : integrationOf(login)),
    ...(given['sfdx-url-file'] === undefined ? {} : { flow: 'refresh-token' as const }),
    ...(given['jwt-key-file'] === undefined ? {} : { flow: 'jwt' as const }),
    ...(given['assertion-file'] === undefined ? {} : { flow: 'jwt' as const }),
    ...(given['client-secret-file'] !== undefined && given.attempt ? { flow: 'client-credentials' as const } : {}),
    ...(app !== undefined && isConsumerKey(app) ? { consumerKey: app } : {}),
    ...defined({ username, app, flow, loginUrl: url === undefined ? undefined : readLoginUrl(url) }),
    sourceIps: [...new Set((given['source-ip'] ?? []).map(readAddress))],
  };
};

/** Flags in, request out; reads what they name. Throws `Trouble` on the first thing that is wrong. */
export const readRequest = async (given: Given, around: Surroundings): Promise<LookRequest> => {
  checkDoctorFlags(given);
  const failedAt = given.at === undefined ? undefined : readTime(given.at, around.now);
  const login = given.login === undefined ? undefined : await findLogin(given.login, around.store);
  checkAttempt(given, login);
  const subject = integration(given, login);
  const file = given['error-file'];
  const errorText = file === undefined ? given.error : await readErrorText(file, around.stdin);
  const { swapped } = sortValues(given);
  const ofFile = async (flag: 'client-secret-file' | 'assertion-file' | 'token-file', read: SecretReader) => {
    const path = given[flag];
    return path === undefined ? undefined : read(path, around.stdin);
  };
  const org = await chooseOrg(given, login, around.configuredOrg, around.store);
  return {
    integration: subject,
    ...defined({
      errorText,
      keyFile: given['jwt-key-file'] ?? login?.keyFile,
      clientSecret: await ofFile('client-secret-file', readClientSecret),
      assertion: await ofFile('assertion-file', readAssertionFile),
      accessToken: await ofFile('token-file', readTokenFile),
      authUrlFile: given['sfdx-url-file'],
      swapped: swapped.length === 0 ? undefined : swapped,
      failedAt,
      targetOrg: org?.name,
      orgAsked: org?.asked,
      apiVersion: given['api-version'],
    }),
    offline: given.offline,
    probe: !given.offline && !given['no-probe'],
    attempt: given.attempt,
    introspect: given.introspect === true,
  };
};
