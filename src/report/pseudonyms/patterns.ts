import { shortId } from '../../model/index.ts';
import ipaddr from 'ipaddr.js';
import { filePath, fileUrl, namedFile } from './file-paths.ts';
import { foreignHost, isEveryones, salesforceHost, unresolved } from './hosts.ts';
import type { Namer } from './namer.ts';
import { isPseudonym, people, usernames } from './people.ts';

/** Hides one kind of name in a text, wherever it stands. */
export type Hider = (text: string, name: Namer) => string;

/** What stands in the parts of a certificate's subject: up to the next part, else one word. */
const subject: Hider = (text, name) =>
  text.replaceAll(
    /(?<=(?<!\w)(?:CN|OU|O|emailAddress)\s?=\s?)(?:[^,/"'=\n]{1,200}?(?=\s?[,/]\s?[A-Za-z]{1,12}\s?=|["'])|[\w.*@-]+)/gu,
    (found) => (isPseudonym(found) ? found : name('certificate', found)),
  );

/** Whole, or its beginning and the piece in which it differs from another. */
const consumerKey: Hider = (text, name) =>
  text.replaceAll(/(?<!\w)3MVG(?:[\w.]{16,}\w|[\w.]{4}…[\w.]{1,7}…?)/gu, (found) => name('key', found));

const file: Hider = (text, name) =>
  [fileUrl, filePath, namedFile].reduce(
    (left, pattern) => left.replaceAll(pattern, (found) => name('file', found)),
    text,
  );

/** The network in which addresses lie in one range: 256 of IPv4, one subnet of IPv6. */
const rangeOf = (ip: ReturnType<typeof ipaddr.process>): string => {
  const parts = ip.kind() === 'ipv4' ? 3 : 8;
  return `${ip.kind()} ${ip.toByteArray().slice(0, parts).join('.')}`;
};

/** An address of IPv6, which may hold one of IPv4, or one of IPv4. */
const addressText =
  /(?<![\w:.])(?<v6>(?=[0-9a-f]{0,4}:)[0-9a-f:.]{3,})|(?<![\w.])(?<v4>(?:\d{1,3}\.){3}\d{1,3})(?![\w]|\.\d)/giu;

const ip: Hider = (text, name) => {
  const hide = (found: string): string => {
    const address = ipaddr.process(found);
    return address.range() === 'loopback' ? found : name('ip', address.toString(), rangeOf(address));
  };
  // At once: what was hidden is not looked at again.
  return text.replaceAll(addressText, (found, v6: string | undefined) => {
    if (v6 === undefined) return ipaddr.IPv4.isValidFourPartDecimal(found) ? hide(found) : found;
    const address = found.replace(/(?:\.|(?<!:):)$/u, '');
    return ipaddr.IPv6.isValid(address) ? hide(address) + found.slice(address.length) : found;
  });
};

/** The host of a link, whoever's it is; elsewhere, what ends like a host, or could not be found as one. */
const host: Hider = (text, name) => {
  const hide = (found: string): string => (isEveryones(found) ? found : name('host', found));
  return [/(?<=[a-z]:\/\/)[^/\s"'<>?#:[\]]+/giu, salesforceHost, foreignHost, unresolved].reduce(
    (left, pattern) => left.replaceAll(pattern, hide),
    text,
  );
};

/** 15 or 18 characters with some digits, also behind the `%2F` of a Setup link; both lengths of one id are one id. */
const id: Hider = (text, name) =>
  text.replaceAll(/(?:(?<![\w-])|(?<=%2F))[0-9A-Za-z]{15}(?:[A-Z0-5]{3})?(?![\w-])/gu, (found) =>
    /(?:\d.*){3}/u.test(found) ? name(found.startsWith('00D') ? 'org' : 'id', shortId(found)) : found,
  );

/** In this order: a username holds a host, a path may too, a link may hold an id. */
const others: readonly Hider[] = [subject, consumerKey, file, ip, host, id];

export const hiders: readonly Hider[] = [people, ...others];

/** By their shape alone, wherever they stand. */
export const shapeHiders: readonly Hider[] = [usernames, ...others];
