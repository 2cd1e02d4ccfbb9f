import type { Organization, SpokenPart } from '../model/index.ts';

/** A host of the machine on which the client runs. */
export const isLocalhost = (url: string): boolean =>
  /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/iu.test(url);

const riskOf = (url: string, isProduction: boolean): string | undefined => {
  if (url.includes('*')) return 'wildcard';
  if (isLocalhost(url)) return isProduction ? 'localhost' : undefined;
  return /^http:/iu.test(url) ? 'http' : undefined;
};

/** Callback URLs by which a login may reach somebody else: in the open, wider than one address, or on any machine though the org is a production org. */
export const riskyCallbacks = (urls: readonly string[], org: Organization | undefined): readonly SpokenPart[] =>
  urls.flatMap((url) => {
    const risk = riskOf(url, org?.isSandbox === false);
    return risk === undefined ? [] : [{ say: `callback.${risk}`, values: { url } }];
  });
