/** Why nothing could be read of an assertion. */
export type AssertionProblem = 'no-jwt' | 'not-base64url';

/** An assertion that was given, as far as it may be told: never itself, and of its claims only those that a login is judged by. */
export type Assertion =
  | { readonly state: 'unreadable'; readonly problem: AssertionProblem }
  | {
      readonly state: 'decoded';
      readonly algorithm: string;
      readonly issuer?: string;
      /** `prn` goes before `sub`, as at Salesforce. */
      readonly subject?: string;
      readonly audience: readonly string[];
      /** UTC, ISO 8601. Absent: none is told, or one so far ahead that it can only be milliseconds, which Salesforce takes. */
      readonly expiresAt?: string;
      /** UTC, ISO 8601. */
      readonly issuedAt?: string;
      /** Claims that must be there and are not, or are of another type. */
      readonly missing: readonly string[];
      /** By the key of the app's certificate. Absent: the certificate was not seen. */
      readonly signature?: 'matches' | 'differs';
    };

/** An access token that was given, as far as it may be told. */
export type AccessToken =
  /** All that an opaque one tells: the org. */
  | { readonly form: 'opaque'; readonly orgId: string }
  | {
      readonly form: 'jwt';
      readonly issuer?: string;
      readonly subject?: string;
      readonly audience: readonly string[];
      readonly consumerKey?: string;
      readonly expiresAt?: string;
      readonly issuedAt?: string;
      readonly scopes?: readonly string[];
    }
  /** What stands in the place of an access token. */
  | { readonly form: 'refresh-token' | 'id-token' | 'assertion' | 'unknown' };

/**
 * What the host that issues tokens says of the one that was given, as far as it may be told. `inactive`: it ended, was revoked, never was,
 * or is none that this app may ask about: the answer is the same.
 */
export type Introspection = {
  readonly host: string;
  /** Of the app that asked. */
  readonly consumerKey: string;
} & (
  | {
      readonly state: 'active';
      /** Of the app that has the token. */
      readonly issuedTo?: string;
      readonly username?: string;
      readonly scopes?: readonly string[];
      /** UTC, ISO 8601. */
      readonly expiresAt?: string;
    }
  | { readonly state: 'inactive' }
  | { readonly state: 'refused'; readonly status: number; readonly code?: string; readonly description?: string }
);
