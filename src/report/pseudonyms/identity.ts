import escapeStringRegexp from 'escape-string-regexp';
import type { Kind } from './namer.ts';

/**
 * `as`: another name of the same one, whose pseudonym it shares. `exact`: a name such as `Integration` or `Login`, that is found in upper and
 * lower case as it stands, since it may be a word of our own too.
 */
export type Identity = { readonly kind: Kind; readonly name: string; readonly as?: string; readonly exact?: true };

/** Shorter names would hit ordinary words: they are hidden only where they can be nothing else. */
const shortest = 3;

/** The CLI's own app, and what stands for no app: everyone's, so they tell nothing. */
const everyones = new Set(['', '-', 'PlatformCLI', 'Browser', 'N/A']);

/** Names of one kind, as far as they can be told from words. */
export const named = (kind: Kind, ...names: ReadonlyArray<string | undefined>): readonly Identity[] =>
  names.flatMap((name) => {
    const trimmed = name?.trim() ?? '';
    return everyones.has(trimmed) ? [] : [{ kind, name: trimmed }];
  });

/** An alias or a username of a login. */
export const namedLogin = (...names: ReadonlyArray<string | undefined>): readonly Identity[] =>
  names.flatMap((name) => named(name?.includes('@') === true ? 'user' : 'login', name));

/** A key, and the short form in which sentences show it. */
export const namedKey = (name: string | undefined): readonly Identity[] => [
  ...named('key', name),
  ...(name === undefined || name.length <= 16
    ? []
    : named('key', `${name.slice(0, 8)}…${name.slice(-6)}`).map((identity) => ({ ...identity, as: name }))),
];

/** An app as a person gave it: its key, or another name of it. */
export const namedApp = (app: string | undefined): readonly Identity[] =>
  app?.startsWith('3MVG') === true ? namedKey(app) : named('app', app);

/** A person by display name and username: one. */
export const person = (name: string | undefined, username: string | undefined): readonly Identity[] => [
  ...named('user', username),
  ...named('user', name).map((one) => (username === undefined ? one : { ...one, as: username })),
];

/** Names that are words of every report: they tell nothing, and are hidden only where they can be nothing else. */
const ordinary = new Set([
  ...['admin', 'administrator', 'api', 'app', 'apps', 'client', 'connected app', 'default', 'developer', 'flow'],
  ...['host', 'integration', 'jwt', 'key', 'login', 'org', 'owner', 'password', 'production', 'profile', 'root'],
  ...['sandbox', 'secret', 'session', 'system', 'system administrator', 'test', 'the', 'token', 'user', 'users', 'web'],
]);

/** In quotes, behind a flag, or alone. */
const placed = (name: string): string =>
  String.raw`(?<=--[a-z][a-z-]{1,30}[ =])${name}(?![\w-])|(?<=^|["'\x60“])${name}(?=$|["'\x60”])`;

/** Where a name stands in a text. */
export const patternOf = ({ name, exact }: Identity): RegExp => {
  const escaped = escapeStringRegexp(name);
  const isWord = name.length < shortest || (exact !== true && ordinary.has(name.toLowerCase()));
  return new RegExp(
    // Inside a username, a host or the name of a license it is a part of that.
    isWord ? placed(escaped) : String.raw`(?<![\w@.-]|Salesforce API )${escaped}(?![\w@-]|\.\w)`,
    exact === true ? 'gu' : 'giu',
  );
};
