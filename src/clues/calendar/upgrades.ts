/**
 * When the orgs get a release: the weekends on which Salesforce upgrades production orgs, in order, and the one on which it upgrades
 * sandboxes of a preview instance (UTC, ISO 8601, the first moment of its first day). Other sandboxes get it with the production orgs of
 * their instance. A release that is not here has no known weekends.
 */
type Upgrade = {
  readonly production: readonly [string, ...string[]];
  readonly preview: string;
  readonly source: string;
  readonly checked: string;
};

const upgrades: Readonly<Record<string, Upgrade>> = {
  "Winter '27": {
    production: ['2026-08-29T00:00:00Z', '2026-10-03T00:00:00Z', '2026-10-10T00:00:00Z'],
    preview: '2026-08-28T00:00:00Z',
    source: 'https://www.salesforceben.com/salesforce-winter-27-release-date-preview-information/',
    checked: '2026-11-30',
  },
};

/** The weekends on which an org of a kind may get a release, in order; none: they are not known. */
export const weekendsOf = (season: string, isSandbox: boolean): readonly string[] => {
  const upgrade = upgrades[season];
  if (upgrade === undefined) return [];
  return isSandbox ? [upgrade.preview, ...upgrade.production] : upgrade.production;
};

/** After this weekend every org has the release. */
export const lastWeekendOf = (season: string): string | undefined => upgrades[season]?.production.at(-1);
