import type { CauseId } from '../model/index.ts';

/** A day (UTC, ISO 8601, its first moment), or a season, mostly of a release, of which no day is known. `until`: it came by and by, to this day. */
export type When =
  | { readonly on: string; readonly until?: string; readonly season?: never }
  | { readonly season: string; readonly year: number; readonly on?: never };

/** One thing that Salesforce changed, or will change, and that bears on logins. Its words: `messages/calendar.md`, `<id>.what`. */
type Entry = {
  readonly id: string;
  readonly when: When;
  /** Causes that it brings about; none: it stops no login by itself. */
  readonly causes: readonly CauseId[];
  /** `uncertain`: inferred, contradicted, or read second-hand only. */
  readonly known: 'documented' | 'observed' | 'uncertain';
  readonly sources: readonly string[];
  /** When somebody last looked at the sources. */
  readonly checked: string;
  /** No cause reads it: it is told on the page of the calendar, and `<id>.told` says why only there. */
  readonly told?: true;
};

const helpPage = (id: string): string => `https://help.salesforce.com/s/articleView?id=${id}&type=1`;
const releaseNote = (id: string, release?: number): string =>
  `https://help.salesforce.com/s/articleView?id=release-notes.${id}.htm${release === undefined ? '' : `&release=${release}`}&type=5`;

const releaseUpdates = 'public repository (extract of Winter 27 release updates)';
const securityNotes = 'public repository (extract of Winter 27 security notes)';
const usageRestrictions = helpPage('005132365');
const soapRetirement = helpPage('005132110');
const cliReleaseNotes = 'https://github.com/forcedotcom/cli/blob/main/releasenotes/README.md';

const checked = '2026-11-23';

/** Every such date, in the order in which they come. The only place where dates of Salesforce stand. */
const entries = [
  {
    id: 'password-flow-blocked-in-new-orgs',
    when: { season: "Summer '23", year: 2023 },
    causes: ['flow-blocked-org-wide'],
    known: 'documented',
    sources: [releaseNote('rn_security_username-password_flow_blocked_by_default', 244)],
    checked,
    told: true,
  },
  {
    id: 'one-refresh-at-a-time',
    when: { season: "Summer '24", year: 2024 },
    causes: ['refresh-token-rotated'],
    known: 'documented',
    sources: [
      releaseNote('rn_security_refresh_token_requests', 250),
      releaseNote('rn_security_refresh_token_error', 252),
    ],
    checked,
    told: true,
  },
  {
    id: 'apps-must-be-installed',
    when: { on: '2025-08-28T00:00:00Z', until: '2025-09-17T00:00:00Z' },
    causes: ['app-not-installed'],
    known: 'documented',
    sources: [usageRestrictions],
    checked,
  },
  {
    id: 'device-flow-off-in-cli-app',
    when: { on: '2025-08-28T00:00:00Z' },
    causes: ['flow-not-enabled'],
    known: 'documented',
    sources: [usageRestrictions, 'https://github.com/forcedotcom/cli/issues/3368'],
    checked,
  },
  {
    id: 'connected-app-creation-off',
    when: { season: "Spring '26", year: 2026 },
    causes: [],
    known: 'documented',
    sources: [helpPage('005228017')],
    checked,
    told: true,
  },
  {
    id: 'cli-device-login-gone',
    when: { on: '2026-01-20T00:00:00Z' },
    causes: ['flow-not-enabled'],
    known: 'observed',
    sources: [cliReleaseNotes],
    checked,
    told: true,
  },
  {
    id: 'vendor-app-controls',
    when: { on: '2026-05-11T00:00:00Z' },
    causes: ['ip-restricted', 'pkce-required-or-bad-verifier', 'refresh-token-policy-expired', 'refresh-token-rotated'],
    known: 'uncertain',
    sources: [
      releaseNote('rn_security_oauth_controls_new_apps', 262),
      'https://www.aetrumllc.com/blog/connected-app-audit-may-2026/',
    ],
    checked,
  },
  {
    id: 'cli-hides-tokens',
    when: { on: '2026-05-27T00:00:00Z' },
    causes: ['client-request-malformed', 'local-credential-store'],
    known: 'observed',
    sources: [cliReleaseNotes],
    checked,
    told: true,
  },
  {
    id: 'password-flow-not-in-new-orgs',
    when: { season: "Summer '26", year: 2026 },
    causes: ['flow-blocked-org-wide'],
    known: 'documented',
    sources: [releaseNote('rn_security_unpw_flow_retirement')],
    checked,
    told: true,
  },
  {
    id: 'vendor-apps-suspended',
    when: { on: '2026-06-25T00:00:00Z' },
    causes: [],
    known: 'uncertain',
    sources: ['https://www.aetrumllc.com/blog/connected-app-audit-may-2026/'],
    checked,
    told: true,
  },
  {
    id: 'phishing-resistant-mfa',
    when: { season: 'July to September 2026', year: 2026 },
    causes: ['mfa-required'],
    known: 'documented',
    sources: [securityNotes],
    checked,
    told: true,
  },
  {
    id: 'soap-login-needs-any-api-auth',
    when: { season: "Winter '27", year: 2027 },
    causes: ['soap-login-disabled'],
    known: 'documented',
    sources: [soapRetirement, releaseUpdates],
    checked,
  },
  {
    id: 'instance-hosts-end-for-sandboxes',
    when: { season: "Winter '27", year: 2027 },
    causes: ['wrong-endpoint'],
    known: 'documented',
    sources: [releaseUpdates],
    checked,
  },
  {
    id: 'device-flow-for-local-apps-only',
    when: { on: '2026-11-30T00:00:00Z' },
    causes: ['flow-not-enabled'],
    known: 'uncertain',
    sources: [releaseUpdates, securityNotes],
    checked,
  },
  {
    id: 'password-flows-retire',
    when: { on: '2027-02-20T00:00:00Z' },
    causes: ['flow-blocked-org-wide'],
    known: 'documented',
    sources: [releaseNote('rn_security_unpw_flow_retirement')],
    checked,
  },
  {
    id: 'audit-trail-needs-a-permission',
    when: { season: "Spring '27", year: 2027 },
    causes: [],
    known: 'documented',
    sources: [securityNotes],
    checked,
    told: true,
  },
  {
    id: 'instance-hosts-end',
    when: { season: "Spring '27", year: 2027 },
    causes: ['wrong-endpoint'],
    known: 'documented',
    sources: [releaseUpdates],
    checked,
  },
  {
    id: 'soap-login-retires',
    when: { season: "Summer '27", year: 2027 },
    causes: ['soap-login-disabled'],
    known: 'uncertain',
    sources: [soapRetirement, 'https://salesforcetrails.com/scenarios/soap-login-integration-fails'],
    checked,
  },
  {
    id: 'connected-apps-leave-support',
    when: { season: "Summer '27", year: 2027 },
    causes: [],
    known: 'uncertain',
    sources: [soapRetirement, 'https://salesforcetrails.com/scenarios/soap-login-integration-fails'],
    checked,
    told: true,
  },
] as const satisfies readonly Entry[];

export type CalendarId = (typeof entries)[number]['id'];

/** Ids of what has a day. */
export type DatedId = Extract<(typeof entries)[number], { readonly when: { readonly on: string } }>['id'];

export type CalendarEntry = Entry & { readonly id: CalendarId };

export const calendar: readonly CalendarEntry[] = entries;

const byId = new Map<CalendarId, CalendarEntry>(calendar.map((entry) => [entry.id, entry]));

/** When an entry comes, and how well that is known. Throws where there is no such entry, which the type of the id forbids. */
export const onCalendar = (id: CalendarId): Pick<CalendarEntry, 'when' | 'known'> => {
  const entry = byId.get(id);
  if (entry === undefined) throw new Error(`The calendar has no "${id}".`);
  return entry;
};

const days = new Map(calendar.flatMap(({ id, when }) => (when.on === undefined ? [] : [[id, when.on] as const])));

/** The day on which it begins: UTC, ISO 8601. Throws where there is none, which the type of the id forbids. */
export const dayOf = (id: DatedId): string => {
  const day = days.get(id);
  if (day === undefined) throw new Error(`The calendar has no day for "${id}".`);
  return day;
};
