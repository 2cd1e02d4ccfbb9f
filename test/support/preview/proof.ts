import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSession } from '../../../simulator/state/apps.ts';
import { storeLogin } from '../../../simulator/home/logins.ts';
import { homeEnvironment } from '../../../simulator/home/env.ts';
import type { Org } from '../../../simulator/state/types.ts';
import type { Preview, PreviewedIntegration } from '../../../src/model/index.ts';
import { previewChange, type PreviewRequest } from '../../../src/look/preview.ts';
import { write } from '../../preview/files/support.ts';
import { inHome } from '../home.ts';
import type { ChangeFile } from './change-file.ts';
import type { Crowd, Member } from './crowd.ts';
import { deployBy, packageOf, type Deployed, type Deployer } from './deploy.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

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

export type Compared = {
  readonly user: string;
  readonly app: string | undefined;
  readonly flow: string;
  readonly predicted: PreviewedIntegration['verdict'] | 'not seen';
  readonly causes: readonly string[];
  readonly why: readonly string[];
  readonly granted: boolean;
  readonly told: string;
  /** The status of its row of Login History; undefined where it left none. */
  readonly row: string | undefined;
};

export type Proof = {
  readonly preview: Preview;
  /** The same, by what the first one saved. */
  readonly again: Preview;
  readonly compared: readonly Compared[];
  /** Why the org did not take the change: then there is nothing to compare. */
  readonly problem?: string;
};

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

/** What a preview says, whoever was asked. */
export const saidIn = (preview: Preview): unknown => JSON.parse(JSON.stringify({ ...preview, cost: undefined }));

type Previewed = Pick<Proof, 'preview' | 'again'>;

/** Previews a change by the org, and by what was seen there. */
const previewed = async (files: PreviewRequest['files'], home: string): Promise<Previewed> => {
  const seen = path.join(home, 'seen.json');
  const preview = await previewChange({ ...asked, files, saveEvidence: seen });
  return { preview, again: await previewChange({ ...asked, files, evidence: seen }) };
};

type Changed = Deployed & Previewed;

/** Previews a change, and then deploys the same files. */
const changed = (files: readonly ChangeFile[], crowd: Crowd, by: Deployer): Promise<Changed> =>
  atHome(crowd, async (home) => {
    if (files.length === 0) return previewed({}, home);
    const folder = path.join(home, 'change');
    write(folder, packageOf(files));
    const told = await previewed({ metadataDir: folder }, home);
    return { ...told, ...(await deployBy(by, files, { crowd, folder, home })) };
  });

/** What was said of a member's logins: of the flow that it comes by, where several were seen. */
const saidOf = (
  { integrations }: Preview,
  { client, app }: Pick<Member, 'client'> & { readonly app: string | undefined },
) => {
  const own = integrations.filter(({ integration: { user } }) => user === client.username);
  const named = own.filter(({ integration }) => integration.app === app);
  const those = named.length === 0 ? own : named;
  const flowIs = (flow: string | undefined) => those.find(({ integration }) => integration.flow === flow);
  return flowIs(client.flow) ?? flowIs(undefined) ?? those[0];
};

type Tried = {
  readonly one: Compared;
  /** What was said of it. */
  readonly found: PreviewedIntegration | undefined;
  /** Its app was deleted before, and a login through another app of its label came since: what is said is said of that one. */
  readonly isGone: boolean;
};

/** Two apps of one label are one integration to whoever reads rows: it is refused where one of them is. */
const together = ({ one, found }: Tried, all: readonly Tried[]): Compared => {
  const own = all.filter((other) => found !== undefined && other.found === found);
  const there = own.filter(({ isGone }) => !isGone);
  const those = (there.length > 0 ? there : own).map((other) => other.one);
  const { granted, told, row } = those.find((other) => !other.granted) ?? those[0] ?? one;
  return { ...one, granted, told, row };
};

const isGone = (deletedAt: number | undefined, found: PreviewedIntegration | undefined): boolean =>
  deletedAt !== undefined && Date.parse(found?.integration.lastLogin ?? '') > deletedAt;

/** An app and when it was deleted, as the org stands now. */
const appOf = ({ app }: Member): { readonly label: string | undefined; readonly deletedAt: number | undefined } => ({
  label: app?.name,
  deletedAt: app?.deleted === true ? app.changedAt : undefined,
});

type Way = {
  readonly by?: Deployer | undefined;
  /** The logins leave no row: the next preview sees those of before, as of an integration that seldom comes. */
  readonly isSeldom?: boolean;
};

/** Previews a change, deploys it, and lets every integration log in. */
export const prove = async (
  files: readonly ChangeFile[],
  crowd: Crowd,
  { by = 'here', isSeldom = false }: Way = {},
): Promise<Proof> => {
  const apps = crowd.members.map(appOf);
  const { problem, ...told } = await changed(files, crowd, by);
  if (problem !== undefined) return { ...told, problem, compared: [] };
  crowd.clock.advance(minute);
  const rowsBefore = crowd.org.loginRows.length;
  const all: Tried[] = [];
  for (const [at, member] of crowd.members.entries()) {
    const { client } = member;
    const { label, deletedAt } = apps[at]!;
    const found = saidOf(told.preview, { client, app: label });
    const rowsSoFar = crowd.org.loginRows.length;
    const answer = await crowd.logIn(member);
    const one: Compared = {
      user: client.username,
      app: label,
      flow: client.flow,
      predicted: found?.verdict ?? 'not seen',
      causes: found?.refusing.map(({ cause }) => cause) ?? [],
      why: found?.untold ?? [],
      granted: answer.granted,
      told: answer.granted ? '' : answer.body,
      row: rowOf(crowd.org, member, rowsSoFar),
    };
    all.push({ one, found, isGone: isGone(deletedAt, found) });
  }
  if (isSeldom) crowd.org.loginRows.splice(rowsBefore);
  crowd.clock.advance(minute);
  return { ...told, compared: all.map((tried) => together(tried, all)) };
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
