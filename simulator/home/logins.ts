import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encrypt, homeKey, stateFolder } from './keychain.ts';

/** One login as the CLI stores it. The kind follows from what it holds: a refresh token, a key file, or neither. */
export type StoredLogin = {
  alias: string;
  username: string;
  orgId: string;
  instanceUrl: string;
  loginUrl: string;
  accessToken: string;
  clientId?: string;
  clientSecret?: string;
  refreshToken?: string;
  /** Absolute path of the private key: a JWT login. */
  privateKey?: string;
  isSandbox: boolean;
  orgName: string;
  instanceName: string;
  organizationType: string;
  /** Such as `67.0`; empty: the CLI has not asked yet. */
  apiVersion: string;
};

const secrets = ['accessToken', 'refreshToken', 'clientSecret'] as const;

/** What the CLI would have found out about the org on its first call: with it, it does not ask again. */
const aboutTheOrg = (login: StoredLogin) => ({
  isDevHub: false,
  isScratch: false,
  isSandbox: login.isSandbox,
  name: login.orgName,
  instanceName: login.instanceName,
  namespacePrefix: null,
  orgEdition: login.organizationType,
  trailExpirationDate: null,
  ...(login.apiVersion === '' ? {} : { instanceApiVersion: login.apiVersion }),
  instanceApiVersionLastRetrieved: new Date().toISOString(),
});

const fields = (login: StoredLogin, key: string): Record<string, unknown> => ({
  ...Object.fromEntries(
    secrets.flatMap((name) => (login[name] === undefined ? [] : [[name, encrypt(login[name], key)]])),
  ),
  username: login.username,
  orgId: login.orgId,
  instanceUrl: login.instanceUrl,
  loginUrl: login.loginUrl,
  ...(login.clientId === undefined ? {} : { clientId: login.clientId }),
  ...(login.privateKey === undefined ? {} : { privateKey: login.privateKey }),
  ...aboutTheOrg(login),
});

const setAlias = (home: string, alias: string, username: string): void => {
  const file = path.join(stateFolder(home), 'alias.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { orgs?: Record<string, string> }) : {};
  writeFileSync(file, JSON.stringify({ ...known, orgs: { ...known.orgs, [alias]: username } }, undefined, 2));
};

/** Stores a login in a home, as `sf org login ... --alias` would have. */
export const storeLogin = (home: string, login: StoredLogin): void => {
  const text = JSON.stringify(fields(login, homeKey(home)), undefined, 2);
  writeFileSync(path.join(stateFolder(home), `${login.username}.json`), text, { mode: 0o600 });
  setAlias(home, login.alias, login.username);
};
