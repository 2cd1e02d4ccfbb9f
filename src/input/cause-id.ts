import { distance } from 'fastest-levenshtein';
import { Trouble } from '../model/index.ts';

/** So many ids are offered where one was mistyped. */
const most = 8;

/** As ids are written: `User_Frozen` and `user frozen` name `user-frozen`. */
const spelt = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '-');

/** How far a typed word is from a part of an id; a part that was begun counts as typed. */
const farFromPart = (word: string, part: string): number =>
  word.length > 2 && part.startsWith(word) ? 0 : distance(word, part);

/** How far what was typed is from an id: each of its words from the part of the id that is nearest to it. */
const far = (typed: string, id: string): number => {
  const parts = id.split('-');
  return typed.split('-').reduce((sum, word) => sum + Math.min(...parts.map((part) => farFromPart(word, part))), 0);
};

/** The ids that may have been meant, nearest first: those that are about as near as the nearest one. A far id is no near one. */
const nearest = (typed: string, ids: readonly string[]): readonly string[] => {
  const ranked = ids
    .map((id) => ({ id, far: far(typed, id), whole: distance(typed, id) }))
    .toSorted((a, b) => a.far - b.far || a.whole - b.whole || (a.id < b.id ? -1 : 1));
  const limit = Math.min((ranked[0]?.far ?? 0) + 1, Math.floor(typed.length / 3));
  return ranked
    .filter((one) => one.far <= limit)
    .slice(0, most)
    .map(({ id }) => id);
};

/** The id that was meant, however it is spelt. */
export const idMeant = (word: string, ids: readonly string[]): string | undefined =>
  ids.find((id) => id === spelt(word));

/** Whether a word can only be meant as an id: Salesforce's own codes have underscores or capitals, never hyphens. */
export const looksLikeId = (word: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(word.trim());

/** One word that is neither an id nor anything that can be recognised. */
export const isOneWord = (text: string): boolean => /^[\w-]{1,50}$/u.test(text.trim());

/** What to throw for an id that there is not: it names the nearest ones. */
export const noSuchCause = (word: string, ids: readonly string[]): Trouble => {
  const [id, near] = [word.trim(), nearest(spelt(word), ids)];
  return near.length === 0
    ? new Trouble('cause-unlike', { id })
    : new Trouble('cause-unknown', { id, ids: near.join(', ') });
};
