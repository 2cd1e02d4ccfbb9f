import type { Channel } from '../model/index.ts';
import type { Phrase } from './phrase-book/index.ts';
import { nearestOne } from './reading/mark.ts';
import { once } from './reading/once.ts';
import type { Mark } from './reading/mark.ts';
import type { Statement } from './statement.ts';

/** Words that tell that a text is about a login, or about Salesforce at all. */
const words =
  /salesforce|\bsfd[cx]|\bsf\b|\bcci\b|jsforce|sforce\b|force\.com|\boauth|authenti[cf]|authori[sz]|\blog(?:ging|ged)?[ -]?(?:in|on)\b(?!\()|\bsign(?:ing|ed)?[ -]?in\b|credential|(?:access|refresh|security|bearer)[ _-]token|\bpassword|connected app|client app/giu;

/** What every program meets: where nothing near tells of a login, it tells nothing of one. */
const everywhere: ReadonlySet<Channel> = new Set(['network', 'tls', 'local', 'client', 'html', 'unknown']);

/** The way to a server fails in few words; what a program says of itself stands in every log. */
const ofTheWay: ReadonlySet<Channel> = new Set(['network', 'tls', 'local']);

type Need = { readonly lines: number; readonly within: number };
const way: Need = { lines: 24, within: 1500 };
const program: Need = { lines: 2, within: 1500 };
const sentence: Need = { lines: 2, within: 200 };

/** A page that says what it is was sent by somebody; that an answer was a page, any program says. */
const isCommon = ({ shared, channel, vague }: Phrase): boolean =>
  shared === true && everywhere.has(channel) && (channel !== 'html' || vague === true);

const needOf = ({ entry, sentence: spoken, topical }: Statement): Need | undefined => {
  if (spoken === true) return topical === true ? undefined : sentence;
  if (entry === undefined || !isCommon(entry)) return undefined;
  return ofTheWay.has(entry.channel) && entry.vague !== true ? way : program;
};

/** A text that begins as a page is what was answered, however little of it was kept. */
const pageAlone = /^\s*<(?:!doctype html|html)\b/iu;

const frameOfStack = /^\s*(?:at\s|File "|\.\.\. \d|code:|errno:|syscall:|[})\]]|$)/u;

/** How many lines say something: those of a stack, and the members of an error, say where. */
const linesOf = (source: string, most: number): number =>
  source.split('\n', 4 * most).filter((line) => !frameOfStack.test(line)).length;

/** Whether a statement is about a login at all. A text of a line or two was pasted because it is. */
export const aboutLogin = (source: string): ((statement: Statement) => boolean) => {
  const lines = linesOf(source, way.lines + 1);
  if (lines <= program.lines) return () => true;
  const isPageAlone = pageAlone.test(source);
  const topics = once((): Array<Mark<undefined>> =>
    [...source.matchAll(words)].map((found) => ({
      value: undefined,
      start: found.index,
      end: found.index + found[0].length,
    })),
  );
  return (statement) => {
    const need = needOf(statement);
    if (need === undefined || lines <= need.lines || (isPageAlone && statement.entry?.channel === 'html')) return true;
    return nearestOne(topics(), statement.start, statement.end, need.within) !== undefined;
  };
};
