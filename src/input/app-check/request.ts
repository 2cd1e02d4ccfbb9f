import type { Readable } from 'node:stream';
import type { AllAppsRequest } from '../../look/app-check.ts';
import type { LookRequest } from '../../look/look.ts';
import { defined, needsOf, Trouble } from '../../model/index.ts';
import type { Client, Integration, StoredLogin } from '../../model/index.ts';
import { checkAttempt } from '../doctor/flag-rules.ts';
import { isConsumerKey } from '../doctor/request.ts';
import { readLoginUrl } from '../login-url.ts';
import { readClientSecret } from '../secret-file.ts';
import { findLogin, integrationOf } from '../stored-login.ts';
import type { LoginStore } from '../stored-login.ts';
import { chooseOrg } from '../target-org.ts';
import { checkCheckFlags } from './flag-rules.ts';
import type { CheckGiven } from './given.ts';
import { readSources } from './sources.ts';

/** What the flags are read with. */
export type Surroundings = {
  readonly store: LoginStore;
  readonly stdin: Readable;
  /** The CLI's default org. */
  readonly configuredOrg?: string | undefined;
};

const clientOf = (given: CheckGiven): Client => ({
  needs: needsOf(given.needs ?? []),
  certWarnDays: given['cert-warn-days'],
  ...defined({ callbackUrl: given['callback-url'], sends: given['client-sends'] }),
});

/** What was given goes before what is stored. */
const integration = async (given: CheckGiven, login: StoredLogin | undefined): Promise<Integration> => {
  const url = given['login-url'];
  const { username, app, flow } = given;
  return {
    ...(login === undefined ? {} : integrationOf(login)),
    ...(given['jwt-key-file'] === undefined ? {} : { flow: 'jwt' as const }),
    ...(given['client-secret-file'] === undefined ? {} : { flow: 'client-credentials' as const }),
    ...(app !== undefined && isConsumerKey(app) ? { consumerKey: app } : {}),
    ...defined({ username, app, flow, loginUrl: url === undefined ? undefined : readLoginUrl(url) }),
    sourceIps: await readSources(given),
    client: clientOf(given),
  };
};

/** Who waits asks the login host; the CLI's default org is looked into only where no waiting is meant. */
const orgFor = async (given: CheckGiven, login: StoredLogin | undefined, { store, configuredOrg }: Surroundings) =>
  chooseOrg(given, login, given.wait === undefined ? configuredOrg : undefined, store);

/** Flags in, request out; reads what they name. Throws `Trouble` on the first thing that is wrong. */
export const readCheckRequest = async (given: CheckGiven, around: Surroundings): Promise<LookRequest> => {
  checkCheckFlags(given);
  const login = given.login === undefined ? undefined : await findLogin(given.login, around.store);
  checkAttempt(given, login);
  const subject = await integration(given, login);
  const secretFile = given['client-secret-file'];
  const org = await orgFor(given, login, around);
  return {
    integration: subject,
    ...defined({
      keyFile: given['jwt-key-file'] ?? login?.keyFile,
      clientSecret: secretFile === undefined ? undefined : await readClientSecret(secretFile, around.stdin),
      targetOrg: org?.name,
      orgAsked: org?.asked,
      apiVersion: given['api-version'],
    }),
    offline: given.offline,
    probe: !given.offline && !given['no-probe'],
    attempt: given.attempt,
  };
};

/** The same for every app of an org. Throws `Trouble`. */
export const readAllRequest = (given: CheckGiven, configuredOrg: string | undefined): AllAppsRequest => {
  checkCheckFlags(given);
  const targetOrg = given['target-org'] ?? configuredOrg;
  if (targetOrg === undefined) throw new Trouble('all-without-org');
  return { targetOrg, client: clientOf(given), ...defined({ apiVersion: given['api-version'] }) };
};
