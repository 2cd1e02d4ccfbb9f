import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deploy } from '../../../simulator/data/metadata/deploy/deploy.ts';
import { createSession } from '../../../simulator/state/apps.ts';
import { storeLogin } from '../../../simulator/home/logins.ts';
import { homeEnvironment } from '../../../simulator/home/env.ts';
import type { Org } from '../../../simulator/state/types.ts';
import type { Preview, PreviewedIntegration } from '../../../src/model/index.ts';
import { previewChange, type PreviewRequest } from '../../../src/look/preview.ts';
import { write, xml } from '../../preview/files/support.ts';
import { runSf } from '../cli.ts';
import { inHome } from '../home.ts';
import type { Crowd, Member } from './crowd.ts';
import type { ChangeFile } from './changes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const manifest = (files: readonly ChangeFile[]): string =>
  xml(
    'Package',
    `${files.map(({ type, fullName }) => `<types><members>${fullName}</members><name>${type}</name></types>`).join('')}<version>67.0</version>`,
  );

/** A home in which the CLI has the administrator's session. */
const storeAdmin = (home: string, { sim, org, admin, clock }: Crowd): Record<string, string> => {
  const now = clock.now();
  const { token } = createSession(org, { userId: admin.id, createdAt: now, expiresAt: now + 365 * day });
  storeLogin(home, {
    alias: 'admin',
    username: admin.username,
    orgId: org.id,
    instanceUrl: sim.urls.myDomain,
    loginUrl: sim.urls.myDomain,
    isSandbox: org.isSandbox,
    orgName: org.name,
    instanceName: org.instanceName,
    organizationType: org.organizationType,
    apiVersion: '67.0',
    accessToken: token,
  });
  return homeEnvironment(home);
};

/** Who deploys: the CLI itself, or, within a tenth of the time, the simulator that the CLI's call reaches. */
export type Deployer = 'sf' | 'api';

const deployHere = (files: readonly ChangeFile[], { org, admin, clock, sim }: Crowd): void => {
  const named = files.map(({ type, fullName }) => ({
    type: type === 'Settings' ? `${fullName}Settings` : type,
    fullName,
  }));
  const given = {
    version: 67,
    members: named,
    files: new Map(files.map((one) => [one.path, one.xml])),
    before: [],
    after: [],
  };
  const deployer = { org, userId: admin.id, now: clock.now(), switches: sim.world.switches };
  const { components } = deploy(given, deployer, { checkOnly: false, ignoreWarnings: false, rollbackOnError: true });
  const failed = components.find(({ outcome }) => outcome === 'failed');
  if (failed !== undefined) throw new Error(`${failed.type} ${failed.fullName}: ${failed.problem ?? ''}`);
};

/** `sf project deploy start`, with the folder that was previewed. */
const deployBySf = async (folder: string, home: string): Promise<void> => {
  const words = ['project', 'deploy', 'start', '--metadata-dir', folder, '--target-org', 'admin', '--json'];
  const ran = await runSf(words, { env: homeEnvironment(home) });
  if (ran.code !== 0) throw new Error(`sf project deploy start: ${ran.stdout}${ran.stderr}`);
};

export type Compared = {
  readonly user: string;
  readonly flow: string;
  readonly predicted: PreviewedIntegration['verdict'] | 'not seen';
  readonly causes: readonly string[];
  readonly why: readonly string[];
  readonly granted: boolean;
  readonly told: string;
  /** The status of its row of Login History; undefined where it left none. */
  readonly row: string | undefined;
};

export type Proof = { readonly preview: Preview; readonly compared: readonly Compared[] };

/** The row that a login left, which began when there were so many. */
const rowOf = ({ loginRows }: Org, { user }: Member, before: number): string | undefined =>
  loginRows.slice(before).findLast(({ userId }) => userId === user.id)?.status;

/** A home with the session of the crowd's administrator, while `use` runs. */
export const atHome = async <T>(crowd: Crowd, use: (home: string) => Promise<T>): Promise<T> => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'preview-proof-'));
  try {
    return await inHome(storeAdmin(home, crowd), () => use(home));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

/** What was asked, but for the change. */
export const asked = {
  files: {},
  edits: [],
  targetOrg: 'admin',
  since: Date.now() - 2 * day,
  people: false,
  baseline: [],
} as const satisfies PreviewRequest;

/** Previews a change, and then deploys the same files. */
const changed = (files: readonly ChangeFile[], crowd: Crowd, by: Deployer): Promise<Preview> =>
  atHome(crowd, async (home) => {
    if (files.length === 0) return previewChange(asked);
    const metadataDir = path.join(home, 'change');
    write(metadataDir, {
      'package.xml': manifest(files),
      ...Object.fromEntries(files.map((one) => [one.path, one.xml])),
    });
    const preview = await previewChange({ ...asked, files: { metadataDir } });
    if (by === 'sf') await deployBySf(metadataDir, home);
    else deployHere(files, crowd);
    return preview;
  });

/** Previews a change, deploys it, and lets every integration log in. */
export const prove = async (files: readonly ChangeFile[], crowd: Crowd, by: Deployer = 'api'): Promise<Proof> => {
  const preview = await changed(files, crowd, by);
  crowd.clock.advance(minute);
  const compared: Compared[] = [];
  for (const member of crowd.members) {
    const { client } = member;
    const found = preview.integrations.find(({ integration: { user } }) => user === client.username);
    const rowsBefore = crowd.org.loginRows.length;
    const told = await crowd.logIn(member);
    compared.push({
      user: client.username,
      flow: client.flow,
      predicted: found?.verdict ?? 'not seen',
      causes: found?.refusing.map(({ cause }) => cause) ?? [],
      why: found?.untold ?? [],
      granted: told.granted,
      told: told.granted ? '' : told.body,
      row: rowOf(crowd.org, member, rowsBefore),
    });
  }
  crowd.clock.advance(minute);
  return { preview, compared };
};

/** "Cannot be told" is no way out: of the logins of random changes it is said of one in twenty at most. */
export const mostUntold = 0.05;

/** What stops a login where the org writes this status; a status that is not here tells of no gate alone. */
const causeOfRow: Readonly<Record<string, string>> = {
  'Restricted IP': 'ip-restricted',
  'Restricted Time': 'login-hours',
  'Multi-factor required': 'mfa-required',
};

/**
 * In the order in which a login meets them.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_concepts_security.htm
 */
const ordered: readonly string[] = Object.values(causeOfRow);

/** What the prediction and the org differ in; what cannot be told differs in nothing. */
export const isWrong = ({ predicted, granted, causes, why, row = '' }: Compared): boolean => {
  if (predicted === 'not seen') return true;
  if (predicted === 'untold') return false;
  if (predicted === 'goes-on' || predicted === 'works-again') return !granted;
  const gate = causeOfRow[row];
  // Of other gates no page tells whether they come before.
  const first = causes.find((cause) => ordered.includes(cause));
  // Another gate may be shut before it, and it says so; or only that it is refused was seen.
  const isOpenWhich = why.length > 0 || (predicted === 'refused-already' && causes.length === 0);
  return granted || (gate !== undefined && first !== gate && !isOpenWhich);
};
