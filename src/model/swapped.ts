/** What a value is by its shape. */
export type Shape =
  | 'access-token'
  | 'refresh-token'
  | 'consumer-key'
  | 'consumer-secret'
  | 'private-key'
  | 'certificate'
  | 'assertion'
  | 'auth-url'
  | 'url'
  | 'username';

/** A value of another kind than was asked for. The value itself is kept nowhere: it may be a secret. */
export type Swapped = { readonly given: 'app' | 'username' | 'stored-login'; readonly shape: Shape };
