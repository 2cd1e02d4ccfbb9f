import { askOrg } from '../../evidence/org/index.ts';
import type { OrgPort } from '../../evidence/org-wire.ts';
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

/**
 * What the org calls the apps that were asked for by something else than the label that the rows show: name, developer name, consumer key or id.
 * Labels need no asking. Throws `Trouble('app-ambiguous', { app, matches })`.
 */
export const nameApps = async (
  port: OrgPort,
  asked: readonly string[],
  labels: ReadonlySet<string>,
  now: number,
): Promise<readonly AppNamed[]> => {
  const named: AppNamed[] = [];
  for (const app of asked.filter((one) => !labels.has(plain(one)))) {
    const { facts } = await askOrg(port, {
      integration: { app, sourceIps: [] },
      wanted: new Set(['app']),
      now: iso(now),
    });
    named.push(namedBy(app, facts.app));
  }
  return named;
};

/** What the rows may call the apps that were asked for. */
export const labelsOf = (asked: readonly string[], named: readonly AppNamed[]): readonly string[] => [
  ...new Set([...asked, ...named.flatMap(({ label }) => label ?? [])]),
];
