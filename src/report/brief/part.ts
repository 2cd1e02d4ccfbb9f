import { columnsOf, pad, wrap } from '../wrap.ts';
import type { Tone } from '../document.ts';

/** One line of the short screen, without its margin. `copy`: a link or a command, which stands alone and is never broken. */
export type Line = { readonly text: string; readonly tone: Tone | 'copy'; readonly label?: string };

/** Some lines that stay or go together. The higher the `rank`, the sooner they go where the screen is full; 0 stays. */
export type Part = { readonly rank: number; readonly lines: readonly Line[] };

export const part = (rank: number, lines: readonly Line[]): readonly Part[] =>
  lines.length === 0 ? [] : [{ rank, lines }];

/** Nothing is written in the two columns at the left but the mark of the verdict. */
export const margin = 2;

/** What labels take: the longest one and a blank. */
export const labelColumns = 6;

/** Room for a sentence behind a label. */
export const textWidth = (width: number): number => width - margin - labelColumns;

const labelled = (label: string, index: number): { readonly label: string } => ({
  label: index === 0 ? pad(label, labelColumns) : ' '.repeat(labelColumns),
});

/** A sentence behind a label. */
export const sentence = (label: string, text: string, width: number, tone: Tone = 'plain'): readonly Line[] =>
  wrap(text, textWidth(width)).map((line, index) => ({ text: line, tone, ...labelled(label, index) }));

/** Sentences behind one label, numbered where there are several. */
export const steps = (label: string, items: readonly string[], width: number): readonly Line[] =>
  items
    .flatMap((item, index) => {
      const mark = items.length === 1 ? '' : `${index + 1}. `;
      const room = textWidth(width) - columnsOf(mark);
      return wrap(item, room).map((line, at) => `${at === 0 ? mark : ' '.repeat(columnsOf(mark))}${line}`);
    })
    .map((text, index) => ({ text, tone: 'plain', ...labelled(label, index) }));

/** A sentence without a label, at the margin. */
export const plain = (text: string, width: number, tone: Tone = 'plain'): readonly Line[] =>
  text === '' ? [] : wrap(text, width - margin).map((line) => ({ text: line, tone }));

/** A link or a command on a line of its own: it begins at the left edge, so that a click or a drag takes it whole. */
export const copied = (text: string): readonly Line[] => text.split('\n').map((line) => ({ text: line, tone: 'copy' }));

/** A command behind a label, on a line of its own. */
export const copiedAfter = (label: string, text: string): readonly Line[] => [
  { text, tone: 'copy', label: pad(label, labelColumns) },
];

/** Names and lists in a sentence can be as long as a page. */
const longest = 240;

/** The words of it for which there is room. */
export const clipped = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 3).replace(/\s+\S*$/u, '')}...`;

/** A title as a sentence of its own. */
export const asSentence = (title: string): string => (/[.!?]$/u.test(title) ? title : `${title}.`);
