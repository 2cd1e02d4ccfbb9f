import type { App, IpRange, IpRelaxation, LoginHours, Path, RefreshTokenPolicy } from './org.ts';
import type { Certificate } from './credentials.ts';
import type { Flow } from './flow.ts';

/** Where something stands in a file. Line and column count from 1. */
export type FilePlace = { readonly file: string; readonly line: number; readonly column: number };

/** The permissions that bear on a login, as metadata names them. */
export const permissionsThatCount = [
  'ApiEnabled',
  'ApiUserOnly',
  'TwoFactorApi',
  'PasswordNeverExpires',
  'IsSsoEnabled',
  'UseAnyApiAuth',
  'UseAnyApiClient',
  'CanApproveUninstalledApps',
] as const;

export type CountingPermission = (typeof permissionsThatCount)[number];

/** Switches of an app's OAuth settings, as the fact `appOauth` calls them. */
export type AppSwitch =
  | 'clientCredentialsEnabled'
  | 'deviceFlowEnabled'
  | 'tokenExchangeEnabled'
  | 'pkceRequired'
  | 'secretRequiredForRefresh'
  | 'secretOptional'
  | 'refreshTokenRotation';

/** Which logins a setting is about. An app by its developer name or label, a profile by its name or its name in metadata. */
export type Subject =
  | { readonly of: 'app'; readonly app: string; readonly kind?: App['kind'] }
  | { readonly of: 'profile'; readonly profile: string }
  | { readonly of: 'carrier'; readonly path: Path }
  /** Whoever is in a permission set group. */
  | { readonly of: 'groups' }
  /** Customers and partners. */
  | { readonly of: 'external-users' }
  /** Whoever does not come by the org's My Domain. */
  | { readonly of: 'shared-hosts' }
  | { readonly of: 'org' };

/** Why nobody here can say what a setting does: a sentence each in `messages/preview.md`. */
export type UntoldWhy =
  | 'not-documented'
  | 'oauth-absent'
  | 'certificate-unreadable'
  | 'app-ip-ranges'
  | 'consumer-secret'
  | 'secret-for-exchange'
  | 'app-handler'
  | 'client-proof'
  | 'key-rotation'
  | 'token-exchange-policy'
  | 'session-level'
  | 'session-locked'
  | 'activation'
  | 'muting'
  | 'decomposed'
  | 'twice'
  | 'unreadable'
  | 'replaced'
  | 'password-expiry'
  | 'salesforce-password-off'
  | 'only-my-domain'
  | 'instanced-host'
  | 'second-factor'
  | 'single-sign-on'
  | 'transaction-policy'
  | 'deletion';

/** `kind`: where a file tells it; a file calls an app by its developer name, and never by its label. */
type OfApp = { readonly app: string; readonly kind?: App['kind'] };

/** One setting that bears on logins, as a change leaves it. */
export type Alteration =
  | (OfApp & { readonly set: 'app-gone' })
  | (OfApp & { readonly set: 'app-enabled'; readonly value: boolean })
  /** The switch of the OAuth part of an external client app. */
  | (OfApp & { readonly set: 'app-oauth-enabled'; readonly value: boolean })
  | (OfApp & { readonly set: 'app-blocked'; readonly value: boolean })
  | (OfApp & { readonly set: 'permitted-users'; readonly value: NonNullable<App['permittedUsers']> })
  | (OfApp & { readonly set: 'refresh-token-policy'; readonly value: RefreshTokenPolicy })
  | (OfApp & { readonly set: 'ip-relaxation'; readonly value: IpRelaxation })
  | (OfApp & { readonly set: 'high-assurance'; readonly value: boolean })
  | (OfApp & { readonly set: 'client-credentials'; readonly value: boolean })
  | (OfApp & { readonly set: 'run-as'; readonly value: string })
  | (OfApp & { readonly set: 'scopes'; readonly value: readonly string[] })
  | (OfApp & { readonly set: 'callback-urls'; readonly value: readonly string[] })
  | (OfApp & { readonly set: 'certificate'; readonly value: Certificate | undefined })
  | (OfApp & { readonly set: 'app-switch'; readonly name: AppSwitch; readonly value: boolean })
  | (OfApp & { readonly set: 'token-ranges'; readonly value: readonly IpRange[] })
  | (OfApp & { readonly set: 'app-in-carrier'; readonly path: Path; readonly value: boolean })
  /** The profiles and permission sets that a file names beside the app: sets by their names, or by their ids. */
  | (OfApp & {
      readonly set: 'app-carriers';
      readonly profiles: readonly string[];
      readonly sets: readonly string[];
      readonly setIds?: readonly string[];
    })
  | (OfApp & { readonly set: 'consumer-key'; readonly value: string })
  | { readonly set: 'group-members'; readonly group: string; readonly sets: readonly string[]; readonly mutes: boolean }
  | { readonly set: 'my-domain-name'; readonly value: string }
  | { readonly set: 'login-ranges'; readonly profile: string; readonly value: readonly IpRange[] }
  | { readonly set: 'login-hours'; readonly profile: string; readonly value: LoginHours }
  | { readonly set: 'permission'; readonly path: Path; readonly name: CountingPermission; readonly value: boolean }
  | { readonly set: 'trusted-ranges'; readonly value: readonly IpRange[] }
  | { readonly set: 'password-flow-blocked'; readonly value: boolean }
  | { readonly set: 'user-agent-flow-blocked'; readonly value: boolean }
  | { readonly set: 'pkce-for-all'; readonly value: boolean }
  | { readonly set: 'approved-apps-only'; readonly value: boolean }
  | { readonly set: 'api-login-by-my-domain'; readonly value: boolean }
  /** It bears on logins, and nobody here can say how: no fact holds it, or what a deployment does with it is not documented. */
  | {
      readonly set: 'untold';
      readonly about: Subject;
      readonly why: UntoldWhy;
      readonly flows?: readonly Flow[];
    };

/**
 * Why nobody can say what an edit does to a login, where that hangs on the login: a sentence each in `messages/preview.md`.
 * `no-cause`: what it does there is not known.
 */
export type UntoldBecause = 'app' | 'carrier' | 'client-scopes' | 'token-ends' | 'token-idle' | 'no-cause';

/** One setting that a change brings about. `element`: as the file or the person calls it. Without a place: given by hand. */
export type Edit = {
  readonly setting: Alteration;
  readonly element: string;
  readonly at?: FilePlace;
  /** The file does not name the element: that a deployment then sets it back so is not documented, nor that it does not. */
  readonly perhaps?: true;
};

/** An edit that bears on a login in a way that cannot be told; without a reason the edit says it itself. */
export type UntoldEdit = { readonly edit: Edit; readonly because?: UntoldBecause };
