import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Columns below which wrapping makes no sense. */
const narrowest = 20;

const blank = '\u00A0';

/** `2026-11-23 02:14:05 UTC`: whoever reads on would take the parts of it for several things. */
const moment = /(?:\d{4}-\d{2}-\d{2} )?\d{2}:\d{2}(?::\d{2})? UTC\b/gu;
const longest = '2026-11-23 02:14:05 UTC'.length;

const asOneWord = (text: string): string => text.replaceAll(moment, (whole) => whole.replaceAll(' ', blank));

const asWritten = (text: string): string =>
  text.replaceAll(/\d\u00A0(?=\d{2}:|UTC\b)/gu, (end) => end.replace(blank, ' '));

/** Lines no wider than `width` columns; a word that is wider than that stays whole, so that it can be copied. */
export const wrap = (text: string, width: number): readonly string[] => {
  const [trimmed, room] = [text.trim(), Math.max(width, narrowest)];
  if (isPlain(trimmed) && trimmed.length <= room) return [trimmed];
  const words = room < longest ? trimmed : asOneWord(trimmed);
  return asWritten(wrapAnsi(words, room)).split('\n');
};

/** As `wrap`, and breaks words too: for text that is shown as it came. Leading blanks stay. */
export const wrapHard = (text: string, width: number): readonly string[] =>
  wrapAnsi(text, Math.max(width, narrowest), { hard: true, trim: false }).split('\n');

/** ASCII, and the marks of our own screens: one column each. For all else the tables of Unicode are made ready, which takes a tenth of a second. */
const isPlain = (text: string): boolean => /^[ -~·–‘’“”…▁-█✔✖]*$/u.test(text);

export const columnsOf = (text: string): number => (isPlain(text) ? text.length : stringWidth(text));

/** Fills up with blanks to a number of columns. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
