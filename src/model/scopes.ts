/** What an integration may need of a token. */
const needs = [
  'api',
  'refresh',
  'chatter',
  'web',
  'openid',
  'id',
  'profile',
  'email',
  'wave',
  'pardot',
  'lightning',
  'content',
  'custom-permissions',
  'full',
] as const;

export type Need = (typeof needs)[number];

/**
 * The scopes by which an app gives it, as metadata names them (lower case).
 * Sources: help, "OAuth Tokens and Scopes", and the Mobile SDK's guide, "Scope Parameter Values": `api` includes `chatter_api`; `full`
 * encompasses all others, but gives no refresh token; `id`, `profile`, `email` are synonymous; `refresh_token` and `offline_access` too.
 * That `api` or `full` lets a token call the API is also what refusals show. Of any other pair nothing is said, so none counts for another.
 */
const identity = ['basic', 'profile', 'email', 'address', 'phone', 'full'] as const;

const givenBy: Readonly<Record<Need, readonly string[]>> = {
  api: ['api', 'full'],
  refresh: ['refreshtoken', 'offlineaccess'],
  chatter: ['chatter', 'api', 'full'],
  web: ['web', 'full'],
  openid: ['openid', 'full'],
  id: identity,
  profile: identity,
  email: identity,
  wave: ['wave', 'full'],
  pardot: ['pardot', 'full'],
  lightning: ['lightning', 'full'],
  content: ['content', 'full'],
  'custom-permissions': ['custompermissions', 'full'],
  full: ['full'],
};

/** Common combinations. Mobile: what the Mobile SDK's guide calls enough for most apps; full sync reads everything, also while nobody is there. */
const combinations = {
  'server-to-server': ['api'],
  mobile: ['api', 'web', 'refresh'],
  'chatter-only': ['chatter'],
  'full-sync': ['full', 'refresh'],
} as const satisfies Readonly<Record<string, readonly Need[]>>;

export type Combination = keyof typeof combinations;

export const needNames: ReadonlyArray<Need | Combination> = [...needs, ...(Object.keys(combinations) as Combination[])];

const isCombination = (name: string): name is Combination => name in combinations;

/** Combinations taken apart, each need once. */
export const needsOf = (names: ReadonlyArray<Need | Combination>): readonly Need[] => [
  ...new Set(names.flatMap((name): readonly Need[] => (isCombination(name) ? combinations[name] : [name]))),
];

/** The needs that no scope of the app gives. `issued`: the scopes that this flow may issue. */
export const missing = (needs: readonly Need[], issued: readonly string[]): readonly Need[] =>
  needs.filter((need) => !givenBy[need].some((scope) => issued.includes(scope)));

/** Scopes of the app by which no need is met, and which no other scope that is there makes needless to name. */
export const unused = (needs: readonly Need[], scopes: readonly string[]): readonly string[] => {
  const used = new Set<string>(needs.flatMap((need) => givenBy[need]));
  return scopes.filter((scope) => !used.has(scope));
};

/** The name by which a scope is asked for, where it is not that of the metadata. Source: help, "OAuth Tokens and Scopes". */
const asked: Readonly<Record<string, string>> = {
  refreshtoken: 'refresh_token',
  offlineaccess: 'offline_access',
  custompermissions: 'custom_permissions',
};

/** Scopes as a client asks for them, in one line; `-`: none. */
export const listedScopes = (scopes: readonly string[]): string =>
  scopes.length === 0 ? '-' : scopes.map((scope) => asked[scope] ?? scope).join(', ');
