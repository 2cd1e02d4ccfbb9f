import { orgFacts, type AskableOrg } from '../../evidence/org/index.ts';
import { beside, type Asking } from '../../evidence/waves.ts';
import type { App, AppNamed, Fact } from '../../model/index.ts';
import type { LoginTally } from '../reading/index.ts';
import { iso } from '../times.ts';

const plain = (text: string): string => text.trim().toLowerCase();

/** The apps that the rows show, in small letters. */
export const labelsIn = (tallies: readonly LoginTally[]): ReadonlySet<string> => {
  const labels = new Set<string>();
  for (const { groups } of tallies)
    for (const { application } of groups) if (application !== undefined) labels.add(plain(application));
  return labels;
};

const namedBy = (asked: string, app: Fact<App | undefined>): AppNamed => {
  if (app.state === 'known')
    return app.value === undefined ? { asked, state: 'none' } : { asked, state: 'found', label: app.value.name };
  return { asked, state: 'unseen', ...(app.state === 'denied' ? { permission: app.permission } : {}) };
};

const nameApp = function* (org: AskableOrg, asked: string, now: number): Asking<AppNamed> {
  const { app } = yield* orgFacts(org, {
    integration: { app: asked, sourceIps: [] },
    wanted: new Set(['app']),
    now: iso(now),
  });
  return namedBy(asked, app);
};

/**
 * What the org calls the apps that were asked for by something else than the label that the rows show: name, developer name, consumer key or id.
 * Labels need no asking. Throws `Trouble('app-ambiguous', { app, matches })`.
 */
export const nameApps = function* (
  org: AskableOrg,
  asked: readonly string[],
  labels: ReadonlySet<string>,
  now: number,
): Asking<readonly AppNamed[]> {
  return yield* beside(asked.filter((one) => !labels.has(plain(one))).map((app) => nameApp(org, app, now)));
};

/** What the rows may call the apps that were asked for. */
export const labelsOf = (asked: readonly string[], named: readonly AppNamed[]): readonly string[] => [
  ...new Set([...asked, ...named.flatMap(({ label }) => label ?? [])]),
];
