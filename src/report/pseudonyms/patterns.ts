import ipaddr from 'ipaddr.js';
import type { Namer } from './namer.ts';

/** Hides one kind of name in a text, wherever it stands. */
type Hider = (text: string, name: Namer) => string;

/** Hosts that are everyone's. */
const publicHosts = new Set([
  'login.salesforce.com',
  'test.salesforce.com',
  'help.salesforce.com',
  'developer.salesforce.com',
  'status.salesforce.com',
  'trust.salesforce.com',
  'www.salesforce.com',
  'salesforce.com',
  'localhost',
]);

const isLoopback = (ip: string): boolean => ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'loopback';

const user: Hider = (text, name) =>
  text.replaceAll(/(?<![\w.+-])\w[\w.!+'~-]*(?:@|%40)[\w-]+(?:\.[\w-]+)+/gu, (found) =>
    name('user', found.replace('%40', '@')),
  );

const consumerKey: Hider = (text, name) => text.replaceAll(/(?<!\w)3MVG[\w.]{16,}\w/gu, (found) => name('key', found));

const ip: Hider = (text, name) => {
  const hide = (found: string): string => (isLoopback(found) ? found : name('ip', found));
  return text
    .replaceAll(/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/gu, (found) =>
      ipaddr.IPv4.isValidFourPartDecimal(found) ? hide(found) : found,
    )
    .replaceAll(/(?<![\w:.])[0-9a-f:]{3,}/giu, (found) => {
      const address = found.replace(/(?<!:):$/u, '');
      return ipaddr.IPv6.isValid(address) ? hide(address) + found.slice(address.length) : found;
    });
};

const hideHost = (host: string, name: Namer): string => {
  const plain = host.toLowerCase();
  if (publicHosts.has(plain) || isLoopback(plain) || /^(?:host|ip)-\d+$/u.test(plain)) return host;
  return name('host', plain);
};

/** The host of a link, whoever's it is; elsewhere, what ends like a host of Salesforce. */
const host: Hider = (text, name) =>
  text
    .replaceAll(/(?<=[a-z]:\/\/)[^/\s"'<>?#:[\]]+/giu, (found) => hideHost(found, name))
    .replaceAll(
      /(?<![\w@.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:salesforce|force|site|salesforce-setup|salesforce-sites|cloudforce|database)\.(?:com|mil)(?![\w-])/giu,
      (found) => hideHost(found, name),
    );

/** 15 or 18 characters with some digits, also behind the `%2F` of a Setup link; both lengths of one id are one id. */
const id: Hider = (text, name) =>
  text.replaceAll(/(?:(?<![\w-])|(?<=%2F))[0-9A-Za-z]{15}(?:[A-Z0-5]{3})?(?![\w-])/gu, (found) =>
    /(?:\d.*){3}/u.test(found) ? name(found.startsWith('00D') ? 'org' : 'id', found.slice(0, 15)) : found,
  );

/** The person's name in the path of a home folder. */
const home: Hider = (text, name) =>
  text.replaceAll(/(?<=\/home\/|\/Users\/|[A-Z]:\\Users\\)[^/\\\s"']+/gu, (found) => name('user', found));

/** In this order: a username holds a host, a link may hold an id. */
export const hiders: readonly Hider[] = [user, consumerKey, ip, host, id, home];
