import type { Facts, Integration } from '../model/index.ts';

/** Looked for by its key, an app may be another org's: only the login host would know. */
export const isByKey = ({ app, consumerKey }: Integration): boolean => app === undefined || app === consumerKey;

type PresenceFacts = Partial<Pick<Facts, 'app' | 'appTokens' | 'keyProbe'>>;

/** Users approved it, and nobody installed it. */
export const isOnlyAuthorised = (facts: PresenceFacts): boolean =>
  facts.app === undefined && (facts.appTokens?.total ?? 0) > 0;

/** The login host knows the key, and this org lists no app of it: it is an app of another org. */
export const isElsewhere = (facts: PresenceFacts): boolean =>
  facts.app === undefined && facts.keyProbe?.answer === 'known';
