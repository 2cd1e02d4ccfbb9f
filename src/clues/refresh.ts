import { canBeOf } from '../loginhistory/one-login/index.ts';
import type { CauseId, Facts, Grant, LoginRow, RefreshTokenPolicy } from '../model/index.ts';
import { dayOf } from './calendar/index.ts';
import { isNamed } from './named.ts';
import { addPeriod, dayMs, minuteMs, newest, soonMs, span } from './times.ts';

/** One text stands for all of these: the token endpoint never says by which of them a refresh token ended. */
const endings: readonly CauseId[] = [
  'refresh-token-limit-exceeded',
  'refresh-token-policy-expired',
  'refresh-token-revoked-or-expired',
  'refresh-token-rotated',
];

/**
 * Salesforce ends a refresh token that was idle this long, whatever the policy of the app reads, but for "immediately".
 * Source: https://help.salesforce.com/s/articleView?id=xcloud.connected_app_limit_idle_ttl.htm&type=5
 */
export const idleLimit = { period: 30, unit: 'days' } as const;
export const idleLimitMs = idleLimit.period * dayMs;

type Kind = Pick<Facts['organization'], 'isSandbox'>;

/** By which entry of the calendar the idle limit came to every app of such an org. */
export const idleLimitEntry = ({ isSandbox }: Kind) =>
  isSandbox ? 'idle-refresh-tokens-end-in-sandboxes' : 'idle-refresh-tokens-end';

/** Since when it holds there: UTC, ISO 8601. Before, only some vendors' apps had it. */
export const idleLimitSince = (organization: Kind): string => dayOf(idleLimitEntry(organization));

/** Whether a policy reads as if a token last used at `from` might stay idle for longer than Salesforce lets it. */
export const allowsLongIdle = ({ kind, period, unit }: RefreshTokenPolicy, from: string): boolean => {
  if (kind === 'zero') return false;
  if (kind === 'infinite' || period === undefined || unit === undefined) return true;
  return span(from, addPeriod(from, { period, unit })) > idleLimitMs;
};

/** Whether a refresh token was refused. */
export const wasRefused = ({ refusals }: Pick<Facts, 'refusals'>): boolean =>
  endings.some((id) => isNamed(refusals, id));

/** Whether the likeliest meaning of a refusal is that a refresh token ended: of a session or a code that ended it is one among many. */
const isMostLikelyRefused = ({ refusals }: Pick<Facts, 'refusals'>): boolean =>
  refusals.some(({ decides, suspects }) => endings.some((id) => id === (decides ?? suspects[0])));

/** Whether the login lives on a refresh token: by its flow, or because one was refused where the flow may have got one. */
export const refreshes = ({ integration, refusals }: Pick<Facts, 'integration' | 'refusals'>): boolean => {
  const { flow } = integration;
  if (flow === 'refresh-token') return true;
  return (flow === undefined || flow === 'web' || flow === 'device') && isMostLikelyRefused({ refusals });
};

/** When a grant ends by the policy: UTC, ISO 8601; undefined where the policy sets no time. */
export const endOf = (grant: Grant, policy: RefreshTokenPolicy): string | undefined => {
  if (policy.period === undefined || policy.unit === undefined) return undefined;
  const from = policy.kind === 'inactivity' ? (grant.lastUsedAt ?? grant.createdAt) : grant.createdAt;
  return addPeriod(from, { period: policy.period, unit: policy.unit });
};

/**
 * How long before its end a grant is worth a warning, in ms. Of an idle limit only the second half: a token that is used now and
 * then never comes so near.
 */
export const warningMs = ({ kind, period, unit }: RefreshTokenPolicy, at: string): number => {
  if (kind !== 'inactivity' || period === undefined || unit === undefined) return soonMs;
  return Math.min(soonMs, span(at, addPeriod(at, { period, unit })) / 2);
};

/** When a refresh token of an app was last got or used, as far as grants and rows tell: a login by another flow keeps none alive. */
export const lastUseOf = (
  app: string,
  { grants, loginRows }: Pick<Facts, 'grants' | 'loginRows'>,
): string | undefined =>
  newest([
    ...grants.map(({ createdAt, lastUsedAt }) => lastUsedAt ?? createdAt),
    ...rowsOf(loginRows, app).map((row) => (row.success && canBeOf('web', row) ? row.at : undefined)),
  ]);

/** Rows of an app: its name in `Application` is the only link. */
export const rowsOf = (rows: readonly LoginRow[], app: string): readonly LoginRow[] =>
  rows.filter(({ application }) => application?.toLowerCase() === app.toLowerCase());

/** `OauthRefreshToken` by its name or by its label. */
export const isRefreshRow = ({ loginSubType }: LoginRow): boolean =>
  loginSubType !== undefined && /^oauth ?refresh ?token$/iu.test(loginSubType);

/** Two refreshes so close together are one token used twice, not two ordinary ones. */
const shortlyMs = 5 * minuteMs;

/** The refresh of this app that went well shortly before a moment. */
export const refreshedShortlyBefore = (rows: readonly LoginRow[], app: string, at: string): LoginRow | undefined =>
  rowsOf(rows, app).find((row) => {
    const ago = span(row.at, at);
    return row.success && isRefreshRow(row) && ago >= 0 && ago <= shortlyMs;
  });
