import type { Mark } from '../reading/mark.ts';

const hostName =
  /(?<![A-Za-z0-9.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:salesforce|force|cloudforce|salesforce-setup|site|salesforce-sites)\.com(?![A-Za-z0-9-])/giu;

/** Hosts of pages that people link to, which refuse no login. */
const reading =
  /^(?:help|developer|trailhead|status|www|appexchange|success|admin|trust|architect|resources|releasenotes|docs)\./u;

/** Every Salesforce host that a request may have gone to, in the order of the text. */
export const readHosts = (source: string): Array<Mark<string>> =>
  [...source.matchAll(hostName)].flatMap((found) => {
    const value = found[0].toLowerCase();
    return reading.test(value) ? [] : [{ value, start: found.index, end: found.index + value.length }];
  });
