import type { CauseId } from '../../model/index.ts';
import { article, help, releaseNote } from '../pages.ts';

/**
 * A day (UTC, ISO 8601, its first moment), or a season, mostly of a release, of which no day is known.
 * `until`: it came by and by, to this day. `orgs`: it came on that day to these orgs only, to the others on a day of their own.
 */
type When =
  | { readonly on: string; readonly until?: string; readonly orgs?: 'sandbox' | 'production'; readonly season?: never }
  | { readonly season: string; readonly year: number; readonly on?: never };

/** One thing that Salesforce changed, or will change, and that bears on logins. Its words: `messages/calendar.md`, `<id>.what`. */
export type Entry = {
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

const winter27 = 264;
/** The release notes as one document, at a page of its PDF. */
const winter27Page = (page: number): string => `${releaseNote('salesforce_release_notes', winter27)}#page=${page}`;
const releaseUpdates = releaseNote('rn_ru', winter27);
const usageRestrictions = article('005132365');
const soapRetirement = article('005132110');
const instancedUrls = releaseNote('rn_update_instanced_urls_in_api_traffic');
const idleLimit = help('xcloud.connected_app_limit_idle_ttl.htm');
/** CA/Browser Forum, ballot SC-081v3. */
const certificateLifetimes =
  'https://cabforum.org/2025/04/11/ballot-sc081v3-introduce-schedule-of-reducing-validity-and-data-reuse-periods/';
const outboundSessions = article('005232763');
const cliReleaseNotes = 'https://github.com/forcedotcom/cli/blob/main/releasenotes/README.md';

const checked = '2026-11-23';
const checkedAgain = '2026-11-30';

/** Every such date, in the order in which they come. The only place where dates of Salesforce stand. */
export const entries = [
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
    id: 'api-versions-21-to-30-gone',
    when: { season: "Summer '25", year: 2025 },
    causes: ['api-version-retired'],
    known: 'documented',
    sources: [article('000354473')],
    checked: checkedAgain,
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
    sources: [article('005228017')],
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
    id: 'outbound-message-sessions-gone',
    when: { on: '2026-02-23T00:00:00Z', until: '2026-03-01T00:00:00Z' },
    causes: ['session-invalid-not-oauth'],
    known: 'observed',
    sources: [outboundSessions],
    checked: checkedAgain,
  },
  {
    id: 'tls-certificates-200-days',
    when: { on: '2026-03-15T00:00:00Z' },
    causes: [],
    known: 'documented',
    sources: [certificateLifetimes],
    checked: checkedAgain,
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
    known: 'observed',
    sources: ['https://cloudanswers.com/blog/ready-for-salesforces-phishing-resistant-mfa'],
    checked: checkedAgain,
    told: true,
  },
  {
    id: 'soap-login-needs-any-api-auth',
    when: { season: "Winter '27", year: 2027 },
    causes: ['soap-login-disabled'],
    known: 'documented',
    sources: [soapRetirement, releaseNote('rn_api_soap_login', winter27)],
    checked: checkedAgain,
  },
  {
    id: 'instance-hosts-end-for-sandboxes',
    when: { season: "Winter '27", year: 2027 },
    causes: ['wrong-endpoint'],
    known: 'documented',
    sources: [instancedUrls],
    checked: checkedAgain,
  },
  {
    id: 'profile-names-hidden',
    when: { season: "Winter '27", year: 2027 },
    causes: [],
    known: 'documented',
    sources: [releaseUpdates],
    checked: checkedAgain,
    told: true,
  },
  {
    id: 'idle-refresh-tokens-end-in-sandboxes',
    when: { on: '2026-10-21T00:00:00Z', orgs: 'sandbox' },
    causes: ['refresh-token-policy-expired', 'session-invalid-not-oauth'],
    known: 'documented',
    sources: [winter27Page(958), idleLimit],
    checked: checkedAgain,
  },
  {
    id: 'idle-refresh-tokens-end',
    when: { on: '2026-11-04T00:00:00Z', orgs: 'production' },
    causes: ['refresh-token-policy-expired', 'session-invalid-not-oauth'],
    known: 'documented',
    sources: [winter27Page(958), idleLimit],
    checked: checkedAgain,
  },
  {
    id: 'device-flow-for-local-apps-only',
    when: { on: '2026-11-30T00:00:00Z' },
    causes: ['flow-not-enabled'],
    known: 'documented',
    sources: [winter27Page(159), releaseUpdates],
    checked: checkedAgain,
  },
  {
    id: 'email-verification-exception-ends',
    when: { on: '2026-12-01T00:00:00Z' },
    causes: [],
    known: 'documented',
    sources: [releaseUpdates],
    checked: checkedAgain,
    told: true,
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
    sources: [releaseUpdates],
    checked: checkedAgain,
    told: true,
  },
  {
    id: 'instance-hosts-end',
    when: { season: "Spring '27", year: 2027 },
    causes: ['wrong-endpoint'],
    known: 'documented',
    sources: [instancedUrls, releaseUpdates],
    checked: checkedAgain,
  },
  {
    id: 'tls-certificates-100-days',
    when: { on: '2027-03-15T00:00:00Z' },
    causes: [],
    known: 'documented',
    sources: [certificateLifetimes],
    checked: checkedAgain,
    told: true,
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
    known: 'documented',
    sources: [winter27Page(954)],
    checked: checkedAgain,
    told: true,
  },
  {
    id: 'packages-lose-anonymous-apex',
    when: { season: "Summer '27", year: 2027 },
    causes: [],
    known: 'documented',
    sources: [releaseUpdates],
    checked: checkedAgain,
    told: true,
  },
  {
    id: 'api-versions-31-to-40-end',
    when: { season: "Summer '28", year: 2028 },
    causes: ['api-version-retired'],
    known: 'documented',
    sources: [article('005321531')],
    checked: checkedAgain,
  },
  {
    id: 'tls-certificates-47-days',
    when: { on: '2029-03-15T00:00:00Z' },
    causes: [],
    known: 'documented',
    sources: [certificateLifetimes],
    checked: checkedAgain,
    told: true,
  },
] as const satisfies readonly Entry[];
