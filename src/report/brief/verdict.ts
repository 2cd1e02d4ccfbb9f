import { columnsOf, pad, wrap } from '../wrap.ts';
import type { Tone } from '../document.ts';
import { margin } from './part.ts';
import type { Line } from './part.ts';

export type Verdict = {
  /** `✖`, `?`, `!` or `✔`: the tone in a sign, for screens without colour. */
  readonly mark: string;
  readonly text: string;
  readonly tone: Tone;
  /** How sure it is: one word at the right edge. */
  readonly note?: string;
};

const gap = 2;

/** The note at the right edge of the last line where it has room, else on a line of its own. */
const withNote = (lines: readonly string[], note: string, width: number): readonly string[] => {
  const last = lines.at(-1) ?? '';
  const room = width - columnsOf(note);
  return columnsOf(last) + gap <= room ? [...lines.slice(0, -1), `${pad(last, room)}${note}`] : [...lines, note];
};

/** The first line: what it is, and how sure. */
export const verdict = ({ mark, text, tone, note }: Verdict, width: number): readonly Line[] => {
  const lines = wrap(text, width - margin);
  const told = note === undefined ? lines : withNote(lines, note, width - margin);
  return told.map((line, index) => ({ text: line, tone, ...(index === 0 ? { label: mark } : {}) }));
};
