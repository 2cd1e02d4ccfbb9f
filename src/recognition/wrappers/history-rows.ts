import { books } from '../books.ts';
import { nearestOne } from '../reading/mark.ts';
import type { Mark } from '../reading/mark.ts';
import { once } from '../reading/once.ts';
import type { Phrase } from '../phrase-book/phrase.ts';

const byWording = once(
  () =>
    new Map(
      books().commonStatuses.flatMap(({ wordings, entry }) =>
        wordings.map((wording) => [wording.toLowerCase(), entry] as const),
      ),
    ),
);

const marksOf = (pattern: RegExp, source: string): Array<Mark<string>> =>
  [...source.matchAll(pattern)].map((found) => ({
    value: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));

const status = once(() => {
  const longestFirst = [...byWording().keys()].sort((a, b) => b.length - a.length);
  return new RegExp(String.raw`(?<![\w-])(?:${longestFirst.join('|')})(?![\w-])`, 'giu');
});

/** The login types of programs, as the object reference of LoginHistory words them, and the names of the page and of its columns. */
const rowSign =
  /\b(?:Remote Access (?:2\.0|Client)|Other Apex API|Partner Product|Third Party SSO|Certificate-based login|SAML (?:Idp|Sfdc) Initiated SSO|login ?history|login ?type)\b/giu;
const heading = /^login ?(?:history|type)$/iu;
const longestTable = 4000;

/** In a row of Login History, wordings are statuses that are any program's words elsewhere. */
export const readHistoryRows = (source: string): Array<Mark<Phrase>> => {
  const signs = marksOf(rowSign, source);
  return signs.length === 0
    ? []
    : marksOf(status(), source).flatMap(({ value, start, end }) => {
        const entry = byWording().get(value.toLowerCase());
        const inTable = nearestOne(
          signs,
          start,
          end,
          longestTable,
          (sign) =>
            (heading.test(sign.value) && sign.end <= start) ||
            !source.slice(Math.min(sign.end, end), Math.max(sign.start, start)).includes('\n'),
        );
        return entry === undefined || inTable === undefined ? [] : [{ value: entry, start, end }];
      });
};
