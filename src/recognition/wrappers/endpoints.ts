import type { Mark } from '../reading/mark.ts';

/** A token or authorize endpoint in the manner of other servers. Salesforce's stand below `/services/oauth2/`. */
const endpoint = new RegExp(
  [
    String.raw`https?://([a-z0-9][a-z0-9.-]{2,120})(?::\d{1,5})?/[^\s"'<>?]{0,120}?`,
    String.raw`(?:oauth2?/(?:v\d(?:\.\d)?/)?(?:access_)?token|connect/token|o/token|token\.oauth2|authorization/new|authorize(?=\?))\b`,
  ].join(''),
  'giu',
);

const ours = /(?:^|\.)(?:salesforce|force|cloudforce|salesforce-setup|site)\.com$/u;

const address = /https?:\/\/([a-z0-9][a-z0-9.-]{2,120})(?::\d{1,5})?(?=[/\s"'<>?),;]|$)/giu;

/** Hosts that people link to, and those that stand for one that they keep to themselves. */
const noServer =
  /^(?:localhost|127\.|10\.|192\.168\.|(?:www\.)?github\.com$|gitlab\.com$|stackoverflow\.com$|salesforce\.stackexchange|help\.|docs?\.|developer\.|learn\.|support\.|status\.)|\.(?:example|invalid|test|local|internal|corp|lan)$|(?:^|\.)example\.(?:com|org|net)$/u;

/** A host that was looked for, as resolvers and connection pools name it. */
const sought =
  /\b(?:unknown ?host(?:exception)?:?|ENOTFOUND|EAI_AGAIN|could not resolve host:|failed to resolve|lookup|host=|no address associated with hostname|getaddrinfo(?: failed)? for)[ \t]{0,2}['"(]?([a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,6})(?![\w-])/giu;
/** Somebody meant Salesforce, or has a way to it. */
const meantOurs = /salesf|sfdc|force|proxy|squid|zscaler|gateway/u;

/** A request that a log names, with the address that it went to. */
const request =
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|Get|Post|Put|Patch|Delete)[ \t]{1,3}["'`]?https?:\/\/([a-z0-9][a-z0-9.-]{2,120})(?::\d{1,5})?(?=[/\s"'`?),;:]|$)/gu;

/** The hosts of other servers that requests went to, in the text's order. */
export const readOtherRequests = (source: string): Array<Mark<string>> =>
  [...source.matchAll(request)].flatMap((found) => {
    const value = (found[1] ?? '').toLowerCase();
    return ours.test(value) || noServer.test(value)
      ? []
      : [{ value, start: found.index, end: found.index + found[0].length }];
  });

/** The hosts of other servers that a text has the addresses of, in its order. */
export const readOtherHosts = (source: string): Array<Mark<string>> =>
  [...source.matchAll(address), ...[...source.matchAll(sought)].filter((found) => !meantOurs.test(found[1] ?? ''))]
    .flatMap((found) => {
      const value = (found[1] ?? '').toLowerCase();
      return ours.test(value) || noServer.test(value)
        ? []
        : [{ value, start: found.index, end: found.index + found[0].length }];
    })
    .sort((a, b) => a.start - b.start);

/** The hosts of other servers' token endpoints that a text names, in its order. */
export const readForeignEndpoints = (source: string): Array<Mark<string>> =>
  [...source.matchAll(endpoint)].flatMap((found) => {
    const value = (found[1] ?? '').toLowerCase();
    const isOurs = ours.test(value) || found[0].includes('/services/oauth2/');
    return isOurs ? [] : [{ value, start: found.index, end: found.index + found[0].length }];
  });
