import { commonStatuses } from '../status-book/phrases.ts';
import type { Mark } from '../reading/mark.ts';
import type { Phrase } from '../phrase-book/phrase.ts';

const byWording = new Map(
  commonStatuses.flatMap(({ wordings, entry }) => wordings.map((wording) => [wording.toLowerCase(), entry] as const)),
);

const longestFirst = [...byWording.keys()].sort((a, b) => b.length - a.length);
const status = new RegExp(String.raw`(?<![\w-])(?:${longestFirst.join('|')})(?![\w-])`, 'giu');

/** The login types of programs, as the object reference of LoginHistory words them, and the names of the page and its object. */
const isRow =
  /\b(?:Remote Access (?:2\.0|Client)|Other Apex API|Partner Product|Third Party SSO|Certificate-based login|SAML (?:Idp|Sfdc) Initiated SSO|login ?history)\b/iu;
const heading = /\blogin ?history\b|\blogin ?type\b/iu;
const longestTable = 4000;

/** In a row of Login History, wordings are statuses that are any program's words elsewhere. */
export const readHistoryRows = (source: string): Array<Mark<Phrase>> =>
  [...source.matchAll(status)].flatMap((found) => {
    const value = byWording.get(found[0].toLowerCase());
    const start = found.index;
    const end = start + found[0].length;
    const lineStart = source.lastIndexOf('\n', start) + 1;
    const lineEnd = source.indexOf('\n', end);
    const line = source.slice(lineStart, lineEnd === -1 ? source.length : lineEnd);
    const inTable = isRow.test(line) || heading.test(source.slice(Math.max(0, lineStart - longestTable), lineStart));
    return value !== undefined && inTable ? [{ value, start, end }] : [];
  });
