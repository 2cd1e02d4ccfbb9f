/** What is wrong with an SFDX auth URL. */
export type AuthUrlProblem =
  | 'missing'
  | 'unreadable'
  | 'empty'
  | 'json-instead'
  | 'json-without-url'
  | 'not-json'
  | 'redacted'
  | 'scheme-missing'
  | 'quoted'
  | 'encoded'
  | 'line-break'
  | 'host-missing'
  | 'host-with-scheme'
  | 'token-missing'
  | 'access-token-instead'
  | 'parts-missing'
  | 'parts-swapped'
  | 'characters';

/** The file with an SFDX auth URL, as far as it may be told: never the secret and the token in it. */
export type AuthUrlFile =
  | { readonly state: 'usable'; readonly path: string; readonly clientId: string; readonly loginUrl: string }
  | { readonly state: 'unusable'; readonly path: string; readonly problem: AuthUrlProblem };
