import type { Mark } from '../reading/mark.ts';

/** A token or authorize endpoint in the manner of other servers. Salesforce's stand below `/services/oauth2/`. */
const endpoint = new RegExp(
  [
    String.raw`https?://([a-z0-9][a-z0-9.-]{2,120})(?::\d{1,5})?/[^\s"'<>?]{0,120}?`,
    String.raw`(?:oauth2?/(?:v\d(?:\.\d)?/)?(?:access_)?token|connect/token|o/token|token\.oauth2|authorization/new)\b`,
  ].join(''),
  'giu',
);

const ours = /(?:^|\.)(?:salesforce|force|cloudforce|salesforce-setup|site)\.com$/u;

/** The hosts of other servers' token endpoints that a text names, in its order. */
export const readForeignEndpoints = (source: string): Array<Mark<string>> =>
  [...source.matchAll(endpoint)].flatMap((found) => {
    const value = (found[1] ?? '').toLowerCase();
    const isOurs = ours.test(value) || found[0].includes('/services/oauth2/');
    return isOurs ? [] : [{ value, start: found.index, end: found.index + found[0].length }];
  });
