import { cause } from '../clues/cause.ts';
import type { CalendarId } from '../clues/calendar/index.ts';
import { comesAt, enforcedBy } from '../clues/enforced.ts';
import { healthCheck } from '../clues/health-check.ts';
import { isNamed } from '../clues/named.ts';
import { idleLimitEntry } from '../clues/refresh.ts';
import { span } from '../clues/times.ts';
import { castsDoubt, clue, clueWith, doubting, proves, sameId, suggests } from '../model/index.ts';
import type { AccessToken, Facts, Sign } from '../model/index.ts';

const id = 'session-invalid-not-oauth';

/** Whether the refusal is one of a session; or nobody said how the token was refused, and it alone was given. */
const isOf = (refusals: Facts['refusals']): boolean => refusals.length === 0 || isNamed(refusals, id);

type Opaque = Extract<AccessToken, { readonly form: 'opaque' }>;

const isOfOther = (token: Facts['accessToken'], organization: Facts['organization'] | undefined): token is Opaque =>
  token?.form === 'opaque' && organization !== undefined && !sameId(token.orgId, organization.id);

/** Of a session that was refused when Salesforce ended sessions of many: whether it was one of them, nobody tells. */
const endedBy = (
  entry: CalendarId,
  { refusals, organization, failedAt, now }: Pick<Facts, 'refusals' | 'organization' | 'failedAt' | 'now'>,
): Sign | undefined => {
  const on = isNamed(refusals, id) ? comesAt(entry, failedAt ?? now, organization.isSandbox) : undefined;
  return on === undefined ? undefined : enforcedBy(entry, suggests({ on }, on));
};

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  recorded: false,
  sources: ['soap-core-faults'],
  clues: [
    // Whatever token the integration sends: a user without a live session has none that works. Where the wording has likelier
    // causes that is no proof: sessions end by themselves, and the text may be of yesterday.
    clue('no-session', ['sessions', 'refusals', 'now'], ({ sessions, refusals, now }) => {
      if (!isNamed(refusals, id) || sessions.some(({ endsAt }) => span(endsAt, now) < 0)) return undefined;
      return refusals.some(({ decides, suspects }) => (decides ?? suspects[0]) === id) ? proves() : suggests();
    }),
    clue('token-expired', ['accessToken', 'refusals', 'failedAt', 'now'], (facts) => {
      const { accessToken, refusals, failedAt, now } = facts;
      const at = failedAt ?? now;
      const expiresAt = accessToken?.form === 'jwt' ? accessToken.expiresAt : undefined;
      if (expiresAt === undefined || span(expiresAt, at) <= 0) return undefined;
      return isOf(refusals) ? proves({ expiresAt, at }) : suggests({ expiresAt, at });
    }),
    clue('token-of-other-org', ['accessToken', 'refusals', 'organization'], (facts) => {
      const { accessToken, refusals, organization } = facts;
      if (!isOfOther(accessToken, organization)) return undefined;
      const values = { orgId: accessToken.orgId, own: organization.id, name: organization.name };
      return isOf(refusals) ? proves(values) : suggests(values);
    }),
    // The same answer is given of a token that another app has: only where the token itself names the app that asked, it ended.
    clue('not-active', ['introspection', 'accessToken', 'refusals'], ({ introspection, accessToken, refusals }) => {
      if (introspection?.state !== 'inactive' || accessToken?.form === 'refresh-token') return undefined;
      const { host, consumerKey } = introspection;
      const isOwn = accessToken?.form === 'jwt' && accessToken.consumerKey === consumerKey;
      return isOwn && isOf(refusals) ? proves({ host }) : suggests({ host });
    }),
    doubting(
      clueWith(
        'active',
        { needs: ['introspection', 'accessToken'], also: ['organization', 'sessionSettings'] },
        ({ introspection, accessToken, organization, sessionSettings }) => {
          if (introspection?.state !== 'active' || accessToken?.form === 'refresh-token') return undefined;
          // A token that lives is refused at another org, and from another address, all the same.
          const isElsewhere = isOfOther(accessToken, organization) || sessionSettings?.lockedToAddress === true;
          return isElsewhere ? undefined : castsDoubt({ host: introspection.host });
        },
      ),
    ),
    clue('locked-to-address', ['sessionSettings', 'sessions', 'integration', 'refusals', 'now'], (facts) => {
      const { sessionSettings, sessions, integration, refusals, now } = facts;
      if (sessionSettings.lockedToAddress !== true || !isNamed(refusals, id)) return undefined;
      const opened = sessions.flatMap(({ endsAt, sourceIp }) => (span(endsAt, now) < 0 ? (sourceIp ?? []) : []));
      const { sourceIps } = integration;
      const isElsewhere = opened.length > 0 && sourceIps.length > 0 && !opened.some((at) => sourceIps.includes(at));
      return isElsewhere
        ? proves({ opened: [...new Set(opened)].join(', '), address: sourceIps.join(', ') })
        : suggests({ opened: '-', address: '-' });
    }),
    clue('tokens-ended', ['refusals', 'organization', 'failedAt', 'now'], ({ organization, ...facts }) =>
      endedBy(idleLimitEntry(organization), { ...facts, organization }),
    ),
    clue('outbound-message', ['refusals', 'organization', 'failedAt', 'now'], (facts) =>
      endedBy('outbound-message-sessions-gone', facts),
    ),
    healthCheck('Session Settings'),
  ],
  remedies: [
    { id: 'get-a-new-token', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'refresh-in-time',
      who: 'developer',
      effect: 'changes-client',
      setup: '/lightning/setup/SecuritySession/home',
    },
    {
      id: 'stay-at-one-address',
      who: 'integration-owner',
      effect: 'changes-client',
      setup: '/lightning/setup/SecuritySession/home',
      provedBy: ['locked-to-address'],
    },
  ],
});
