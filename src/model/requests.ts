/** Why a request leaves. Every request has one reason. */
export type Purpose =
  | 'host-documents'
  | 'key-probe'
  | 'introspection'
  | 'browser-login'
  | 'login'
  | 'first-call'
  | 'org-versions'
  | 'reading'
  | 'renewal';

/** One HTTP request as it leaves, without what it carries. */
export type RequestOut = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly purpose: Purpose;
  /** The questions to the org that travel in it, each in full. */
  readonly asks?: readonly string[];
};

/** What a run has sent, in the order in which it left: in its result where `--details` asks for it. */
export type WithSent = { readonly sent?: readonly RequestOut[] };

/** What may leave after the first answers, by what they tell. */
export const furtherKinds = [
  'reading',
  'renewal',
  'host-documents',
  'key-probe',
  'introspection',
  'browser-login',
  'login',
  'login-each',
  'first-call',
  'waiting',
  'following',
] as const;

export type FurtherKind = (typeof furtherKinds)[number];

/** What a run would send: what leaves whatever is answered, and the kinds of what depends on the answers. */
export type RequestList = {
  readonly schemaVersion: 1;
  readonly requests: readonly RequestOut[];
  readonly further: readonly FurtherKind[];
};
