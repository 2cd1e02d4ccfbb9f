import type { AnswerClass, CauseId, WaitReason } from '../model/index.ts';

/** `bounded`: transient, but believed for the usual time of propagation only. */
export type PhraseReading = { readonly class: AnswerClass; readonly reason: WaitReason; readonly bounded?: true };

const transient = (reason: WaitReason, ...ids: readonly string[]): ReadonlyArray<readonly [string, PhraseReading]> =>
  ids.map((id) => [id, { class: 'transient', reason }]);

const bounded = (reason: WaitReason, ...ids: readonly string[]): ReadonlyArray<readonly [string, PhraseReading]> =>
  ids.map((id) => [id, { class: 'transient', reason, bounded: true }]);

const fatal = (...ids: readonly string[]): ReadonlyArray<readonly [string, PhraseReading]> =>
  ids.map((id) => [id, { class: 'fatal', reason: 'needs-a-person' }]);

/**
 * What a wording means to someone who waits, by its entry in the phrase book. The three that were observed while an app spreads are an unknown
 * key, a user who is not approved, an external client app that is not installed. The first is what propagation looks like; the others are so for a
 * while only, since a missing approval or installation looks just the same.
 * Fatal here: wordings that leave several causes open, none of which passes by itself. Where the phrase book decides, it needs no row.
 */
export const readingOfPhrase: ReadonlyMap<string, PhraseReading> = new Map([
  ...transient('key-not-known-yet', 'client.unknown_id'),
  ...bounded('not-approved-yet', 'grant.user_not_approved'),
  ...bounded('not-installed-yet', 'eca.not_installed'),
  ...bounded('switched-off-yet', 'app.oauth_disabled'),
  ...transient('maintenance', 'page.maintenance', 'page.down'),
  ...transient('server-trouble', 'server.unknown_error', 'server.oauth_standard', 'soap.unavailable', 'api.unexpected'),
  ...transient('rate-limited', 'device.slow_down'),
  ...fatal(
    'grant.invalid_assertion',
    'grant.expired_code',
    'grant.inactive_user',
    'user.inactive',
    'grant.ip_restricted',
    'grant.no_cc_user',
    'grant.cc_not_enabled',
    'grant.no_scopes',
    'grant_type.unsupported',
    'client.bad_secret',
    'app.blocked',
    'eca.cross_org',
    'api.session_not_valid_for_rest',
    'api.agent_not_attached',
  ),
]);

/** Causes that pass by themselves, as far as waiting goes. */
const passing: ReadonlyMap<CauseId, WaitReason> = new Map([
  ['rate-limited', 'rate-limited'],
  ['org-maintenance-or-read-only', 'maintenance'],
  ['network-or-proxy', 'host-silent'],
  ['app-not-found-or-propagating', 'key-not-known-yet'],
]);

/** Labels of the phrase book that name no cause in the org: they say nothing about waiting. */
const noCause: ReadonlySet<CauseId> = new Set(['not-authentication', 'not-salesforce', 'cli-bug']);

/** Where the wording has one cause, the cause says it. */
export const readingOfCause = (cause: CauseId): PhraseReading => {
  const reason = passing.get(cause);
  if (reason !== undefined) return { class: 'transient', reason };
  if (noCause.has(cause)) return { class: 'unknown', reason: 'not-understood' };
  return { class: 'fatal', reason: 'needs-a-person' };
};

/** What the HTTP status says, where the words say nothing. 420: a host that no org has, or has yet. Source: facts on what may be tried again. */
export const readingOfStatus = (status: number): PhraseReading | undefined => {
  if (status === 429) return { class: 'transient', reason: 'rate-limited' };
  if (status === 408 || status === 420 || status >= 500) return { class: 'transient', reason: 'server-trouble' };
  return undefined;
};
