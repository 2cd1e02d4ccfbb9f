import { causes } from '../causes/index.ts';
import { plan } from '../diagnosis/index.ts';
import { askThrough } from '../evidence/org-ask.ts';
import { openOrg } from '../evidence/org-port.ts';
import type { Heard, OrgPort } from '../evidence/org-wire.ts';
import { askAllApps } from '../evidence/org/all-apps/index.ts';
import { orgFacts, orgNotAsked, type OrgFacts } from '../evidence/org/index.ts';
import type { FindingName } from '../evidence/org/question.ts';
import { beside, type Asking } from '../evidence/waves.ts';
import { failuresOfOrg, openHistory } from './loginhistory.ts';
import { dayMs, defined, Trouble } from '../model/index.ts';
import { lookAtIntegrations, notOfEach } from '../preview/look/org.ts';
import type { Fact, Integration, Selftest } from '../model/index.ts';
import { appOf, coursesIn, type Course } from '../selftest/courses.ts';
import { newestLogins, type History } from '../selftest/history.ts';
import { leaning, type Lean } from '../selftest/lean.ts';
import { replayed } from '../selftest/replay.ts';
import { firstOf, outcomeOf, testRows } from '../selftest/rows.ts';

export type SelftestRequest = {
  readonly targetOrg: string;
  readonly apiVersion?: string;
  readonly signal: AbortSignal;
};

/** So many integrations of the history are looked at: each costs what a diagnosis does. */
const mostCourses = 10;

/** Requests that are sent side by side in the plain way. */
const plainAtOnce = 10;

/** Commands that put the questions of a diagnosis. */
const diagnosing = ['sf auth doctor', 'sf auth connectedapp check'] as const;

const integrationOf = ({ rows: [row], userId }: Course, { usernames }: History): Integration => ({
  sourceIps: row.sourceIp === undefined ? [] : [row.sourceIp],
  ...defined({ username: usernames[userId], app: appOf(row) }),
});

type Watch = (finding: FindingName, requests: ReadonlyArray<Heard['request']>) => void;

/** Two apps of one name keep an integration from being seen, and the others not. */
const factsOf = function* (
  port: OrgPort,
  integration: Integration,
  asked: { readonly now: string; readonly watch: Watch },
): Asking<OrgFacts> {
  try {
    return yield* orgFacts(port, { integration, wanted: plan(causes), ...asked });
  } catch (error) {
    if (error instanceof Trouble && error.key === 'app-ambiguous') return orgNotAsked();
    throw error;
  }
};

/** Every question of a diagnosis, for each integration of the history; without any, for whoever looks. */
export const askEverything = async (port: OrgPort, now: string, lean: Lean): Promise<readonly OrgFacts[]> => {
  const history = await askThrough(port, newestLogins());
  const courses = coursesIn(history.rows).slice(0, mostCourses);
  const integrations = courses.map((course) => integrationOf(course, history));
  const all = integrations.length === 0 ? [{ username: port.username, sourceIps: [] }] : integrations;
  const watch: Watch = (finding, requests) => lean.for(finding, requests);
  return askThrough(port, beside(all.map((one) => factsOf(port, one, { now, watch }))));
};

/** What a session may not see of the history is a row of its own. */
const isUnseenHistory = (error: unknown): boolean => error instanceof Trouble && error.key.startsWith('login-history-');

const askHistory = async (
  { targetOrg, apiVersion, signal }: SelftestRequest,
  heard: (heard: Heard) => void,
): Promise<void> => {
  const filters = { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] };
  try {
    const history = await openHistory(targetOrg, apiVersion, { signal, heard });
    await failuresOfOrg(history, { targetOrg, by: 'user', filters, now: Date.now() }, performance.now());
  } catch (error) {
    if (!isUnseenHistory(error)) throw error;
  }
};

/** What was refused to any integration was refused to the session. */
const deniedIn =
  (facts: readonly OrgFacts[]) =>
  (finding: string): readonly string[] =>
    facts.flatMap((one) => {
      const fact = Object.entries(one).find(([name]) => name === finding)?.[1] as Fact<unknown> | undefined;
      return fact?.state === 'denied' ? [fact.permission] : [];
    });

/** So far back logins are replayed, as `sf auth preview` looks back where nobody says how far. */
const replayedMs = 30 * dayMs;

const nothingReplayed: Selftest['replay'] = { logins: 0, leftOut: 0, rows: [] };

/** How the logins of a month stand to the settings of today, judged as `sf auth preview` judges them. */
export const replayLogins = async (port: OrgPort, now: string): Promise<Selftest['replay']> => {
  const until = Date.parse(now);
  const wanted = new Set([...plan(causes)].filter((name) => !notOfEach.includes(name)));
  const asked = { since: until - replayedMs, until, now, wanted, people: false, keyInUse: '' };
  try {
    const { integrations, nameOf, tally } = await askThrough(port, lookAtIntegrations(port, asked));
    const rows = replayed({ integrations, nameOf, groups: tally.groups, causes });
    const judged = rows.reduce((sum, { logins }) => sum + logins, 0);
    return { logins: tally.totals.rows, leftOut: tally.totals.rows - judged, rows };
  } catch (error) {
    if (isUnseenHistory(error)) return nothingReplayed;
    throw error;
  }
};

/** The same questions, each alone. */
const askPlainly = async (request: SelftestRequest, product: readonly Heard[]): Promise<readonly Heard[]> => {
  const { targetOrg, apiVersion, signal } = request;
  const plain: Heard[] = [];
  const port = await openOrg(targetOrg, apiVersion, { signal, plainly: true, heard: (one) => plain.push(one) });
  const all = firstOf(product).map((one) => one.request);
  for (let at = 0; at < all.length; at += plainAtOnce) await port.wave(all.slice(at, at + plainAtOnce), false);
  return plain;
};

/**
 * Asks every question that any command can ask, as it asks it and in the plainest way beside it, and replays the logins of a month. Reads only.
 * Throws `Trouble` where the org cannot be looked into.
 */
export const selftest = async (request: SelftestRequest): Promise<Selftest> => {
  const started = performance.now();
  const { targetOrg, apiVersion, signal } = request;
  const now = new Date().toISOString();
  const product: Heard[] = [];
  const lean = leaning();
  const hearFor =
    (commands: readonly string[]) =>
    (one: Heard): void => {
      product.push(one);
      for (const command of commands) lean.asked(command, one.request);
    };
  const port = await openOrg(targetOrg, apiVersion, { signal, heard: hearFor(diagnosing) });
  const facts = await askEverything(port, now, lean);
  await askAllApps(
    await openOrg(targetOrg, apiVersion, { signal, heard: hearFor(['sf auth connectedapp check']) }),
    now,
  );
  await askHistory(request, hearFor(['sf auth loginhistory failures']));
  const previewing = await openOrg(targetOrg, apiVersion, { signal, heard: hearFor(['sf auth preview']) });
  const replay = await replayLogins(previewing, now);
  const plain = await askPlainly(request, product);
  const rows = testRows(product, plain, { lean, causes, denied: deniedIn(facts) });
  return {
    schemaVersion: 1,
    apiVersion: port.apiVersion,
    outcome: outcomeOf(rows, replay.rows),
    rows,
    replay,
    cost: { requests: product.length + plain.length, milliseconds: Math.round(performance.now() - started) },
  };
};
