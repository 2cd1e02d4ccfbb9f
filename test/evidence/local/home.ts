import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { storeLogin, type StoredLogin } from '../../../simulator/home/logins.ts';

const names = [
  'HOME',
  'USERPROFILE',
  'SF_USE_GENERIC_UNIX_KEYCHAIN',
  'SF_DISABLE_TELEMETRY',
  'SF_DISABLE_LOG_FILE',
] as const;

export type Home = { readonly folder: string; readonly state: string; readonly leave: () => void };

/** An empty home, in which this process lives until it leaves it. */
export const enterHome = (): Home => {
  const before = names.map((name) => [name, process.env[name]] as const);
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'home-')));
  Object.assign(process.env, {
    HOME: folder,
    USERPROFILE: folder,
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_LOG_FILE: 'true',
  });
  return {
    folder,
    state: path.join(folder, '.sfdx'),
    leave: () => {
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const username = 'integration@acme.example';

/** Stores the login `ci`, as the CLI would have, written by code that is not ours. */
export const storeCi = (home: Home, more: Partial<StoredLogin> = {}): void => {
  storeLogin(home.folder, {
    alias: 'ci',
    username,
    orgId: '00D000000000001AAA',
    instanceUrl: 'https://acme.my.salesforce.com',
    loginUrl: 'https://login.salesforce.com',
    accessToken: '00D000000000001!CANARY-ACCESS',
    isSandbox: false,
    orgName: 'Acme',
    instanceName: 'NA1',
    organizationType: 'Enterprise Edition',
    apiVersion: '67.0',
    ...more,
  });
};
