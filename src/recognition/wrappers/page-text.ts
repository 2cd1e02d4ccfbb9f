import { plain } from './plain.ts';

const markup = /<[^>]{0,300}>/gu;
const halfTag = /^[^<>]{0,120}>|<[^<>]{0,120}$/gu;
const attributes = /[a-z-]{2,20}\s?=\s?["']/iu;
const tagNames = /^(?:!?doctype html|html(?: ?>? ?<?(?:head|body|lang|xmlns))?)\b/iu;

/** What a person sees of a wording that was known by its markup: what stands between the tags. Nothing where all of it is markup. */
export const spokenPart = (words: string): string | undefined => {
  if (attributes.test(words) || tagNames.test(words)) return undefined;
  const said = words.replaceAll(markup, ' ').replaceAll(halfTag, ' ').trim();
  return said === '' ? undefined : said;
};

const reach = 2500;
const unseen = /<(style|script)\b[^>]{0,300}>.{0,2000}?(?:<\/\1>|$)/gisu;
const longest = 200;

/** The first that a page says to its reader from here on: its title, its heading, its sentence. Nothing where it was cut off before. */
export const firstSaid = (source: string, from: number): string | undefined => {
  const opening = source.indexOf('>', from);
  if (opening === -1 || opening - from > longest) return undefined;
  const piece = source
    .slice(opening + 1, opening + 1 + reach)
    .replaceAll(/\\[nrt]/gu, '\n')
    .replaceAll(unseen, '\n')
    .replaceAll(/<[^<>]{0,600}(?:>|$)/gu, '\n');
  const said = piece
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.length >= 8 && line.length <= longest && /[A-Za-z]{3} [A-Za-z]/u.test(line));
  return said === undefined ? undefined : plain(said);
};
