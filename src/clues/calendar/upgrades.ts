/**
 * When the orgs get a release: the first and the last weekend on which Salesforce upgrades production orgs (UTC, ISO 8601, the
 * first moment of the Saturday). A sandbox gets it with the first one or with its instance, so no sandbox gets it later.
 * A release that is not here has no known weekends.
 */
type Upgrade = { readonly first: string; readonly last: string; readonly source: string; readonly checked: string };

const upgrades: Readonly<Record<string, Upgrade>> = {
  "Winter '27": {
    first: '2026-08-29T00:00:00Z',
    last: '2026-10-10T00:00:00Z',
    source: 'https://www.salesforceben.com/salesforce-winter-27-release-date-preview-information/',
    checked: '2026-11-30',
  },
};

/** The weekends on which production orgs get a release, where they are known. */
export const upgradeOf = (season: string): Upgrade | undefined => upgrades[season];
