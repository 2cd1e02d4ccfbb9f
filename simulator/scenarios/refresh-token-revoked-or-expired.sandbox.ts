import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stateFolder } from '../home/keychain.ts';
import { refreshSandbox } from '../state/org.ts';
import { cliRefresh } from './prints.ts';
import { becomeSandbox } from './sandbox.ts';
import { scenario } from './scenario.ts';

/** What Acme's sandbox was called before it was refreshed. */
const before = '00DHn0000000001EAA';

/** The login was stored when the org was the one before. */
const storeBefore = (file: string): void => {
  const login = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...login, orgId: before }, undefined, 2));
};

export default scenario({
  id: 'refresh-token-revoked-or-expired.sandbox',
  cause: 'refresh-token-revoked-or-expired',
  title: 'The sandbox was refreshed: the org that gave the token is gone, and another has its name',
  flow: 'refresh-token',
  prepare: (setting) => {
    becomeSandbox(setting);
    setting.client.loginHost = 'my-domain';
  },
  breaks: ({ org, clock }) => refreshSandbox(org, clock.now()),
  spoils: (home, { client }) => storeBefore(path.join(stateFolder(home), `${client.username}.json`)),
  byLogin: true,
  prints: cliRefresh,
  leaves: { told: 'expired access/refresh token' },
});
