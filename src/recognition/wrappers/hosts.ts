import type { Mark } from '../reading/mark.ts';

const hostName =
  /(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:salesforce|force|cloudforce|salesforce-setup|site|salesforce-sites)\.com(?![A-Za-z0-9-])/iuy;

/** How each of them ends: rarer than what begins like one, so a log is searched for this. */
const hostEnd = /(?:force|setup|sites?)\.com(?![A-Za-z0-9-])/giu;

const longestHost = 420;
const ofHost = /[A-Za-z0-9.-]/u;

/** Where the run of characters begins that may stand in a host; undefined where it is longer than any. */
const runStart = (source: string, at: number): number | undefined => {
  let from = at;
  while (from > 0 && ofHost.test(source.charAt(from - 1))) {
    from -= 1;
    if (at - from > longestHost) return undefined;
  }
  return from;
};

/** Hosts of pages that people link to, which refuse no login. */
const reading =
  /^(?:help|developer|trailhead|status|www|appexchange|success|admin|trust|architect|resources|releasenotes|docs)\./u;

/** Every Salesforce host that a request may have gone to, in the order of the text. */
export const readHosts = (source: string): Array<Mark<string>> => {
  const hosts: Array<Mark<string>> = [];
  let done = 0;
  for (const { index } of source.matchAll(hostEnd)) {
    const start = index < done ? undefined : runStart(source, index);
    if (start === undefined || start < done) continue;
    hostName.lastIndex = start;
    const value = hostName.exec(source)?.[0].toLowerCase();
    if (value === undefined) continue;
    done = start + value.length;
    if (!reading.test(value)) hosts.push({ value, start, end: done });
  }
  return hosts;
};
