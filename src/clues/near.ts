import { distance } from 'fastest-levenshtein';
import type { NearUser } from '../model/index.ts';

/** So many names are offered. */
const most = 5;

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim();

/** So many letters may be wrong: a third of them, and of a short name few enough that it is still the same name. */
const tolerance = (letters: number): number => Math.max(1, Math.min(letters - 2, Math.max(2, Math.floor(letters / 3))));

/** Names that are like the one given, nearest first: few letters apart, or one inside the other. A far name is no near name. */
export const nearNames = (given: string, names: readonly string[]): readonly string[] => {
  const wanted = plain(given);
  const within = (name: string): boolean =>
    (wanted.length > 2 && name.includes(wanted)) || (name.length > 3 && wanted.includes(name));
  // Label and developer name of one app are one name.
  const once = [...new Map(names.toReversed().map((name) => [plain(name), name])).values()].toReversed();
  return once
    .map((name) => ({ name, far: distance(wanted, plain(name)), within: within(plain(name)) }))
    .filter(({ far, within: inside }) => inside || far <= tolerance(wanted.length))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
};

/** So many users are offered. */
const mostUsers = 3;

/** Users who may be meant: those with that e-mail address, then those whose names are like the one given, whatever they share behind the `@`. */
export const nearUsers = (given: string, users: readonly NearUser[]): readonly NearUser[] => {
  const wanted = given.toLowerCase();
  const domain = wanted.includes('@') ? wanted.slice(wanted.indexOf('@')) : '';
  const bare = (name: string): string =>
    domain !== '' && name.toLowerCase().endsWith(domain) ? name.slice(0, -domain.length) : name;
  const byName = new Map(users.toReversed().map((user) => [bare(user.username), user]));
  const mailed = users.filter(({ email }) => email?.toLowerCase() === wanted);
  const named = nearNames(bare(given), [...byName.keys()]).flatMap((name) => byName.get(name) ?? []);
  return [...new Set([...mailed, ...named])].slice(0, mostUsers);
};
