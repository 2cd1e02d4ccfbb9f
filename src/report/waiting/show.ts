import type { Try, WaitNext } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { columnsOf } from '../wrap.ts';
import { cut } from './cut.ts';
import { liveLine, tryLine, type Tried } from './line.ts';

export type ShowWaiting = {
  readonly write: (text: string) => void;
  /** What every line goes through before it is cut to the terminal. */
  readonly clean: (line: string) => string;
  /** A terminal: one line that is written anew. Else: a line a try. */
  readonly live: boolean;
  /** Columns of the terminal, asked each time: it may be resized. */
  readonly columns: () => number;
  readonly words: Words;
  /** Whose time stands beside UTC, as in the database of time zones. */
  readonly zone: string;
  readonly host: string;
  readonly minutes: number;
  readonly stable: number;
  /** Epoch ms. */
  readonly now: () => number;
  /** Calls each so many ms, until the function that it gives is called. */
  readonly every: (ms: number, call: () => void) => () => void;
};

export type WaitingShow = {
  readonly onTry: (tried: Try, next: WaitNext, goodInARow: number) => void;
  /** Takes the live line away; what is written then begins in column one. */
  readonly end: () => void;
};

const second = 1000;

const lineATry = ({ write, words, zone, stable }: ShowWaiting): WaitingShow => {
  let number = 0;
  return {
    onTry: (tried, next, goodInARow) => {
      number += 1;
      write(`${tryLine({ tried, next, number, goodInARow, stable }, { words, zone })}\n`);
    },
    end: () => undefined,
  };
};

const oneLiveLine = ({ write, clean, columns, words, host, minutes, stable, now, every }: ShowWaiting): WaitingShow => {
  const startedAt = now();
  let shown = 0;
  let number = 0;
  let last: Tried | undefined;
  let nextAt = startedAt;
  const put = (line: string): void => {
    // The last column stays free: some terminals break the line there. Blanks cover what is left of a longer line.
    const text = cut(clean(line), Math.max(1, columns() - 1));
    const width = columnsOf(text);
    write(`\r${text}${' '.repeat(Math.max(0, Math.min(shown, columns() - 1) - width))}`);
    shown = width;
  };
  const draw = (): void => {
    const at = now();
    const live = { elapsedMs: at - startedAt, minutes, host, nextMs: nextAt - at };
    put(liveLine(last === undefined ? live : { ...live, last }, words));
  };
  draw();
  const stop = every(second, draw);
  return {
    onTry: (tried, next, goodInARow) => {
      number += 1;
      last = { tried, next, number, goodInARow, stable };
      nextAt = now() + (next.do === 'ask' ? next.inMs : 0);
      draw();
    },
    end: () => {
      stop();
      put('');
      write('\r');
    },
  };
};

/** Shows the waiting while it goes on. Writes nothing of its own accord but through `write`. */
export const showWaiting = (options: ShowWaiting): WaitingShow => (options.live ? oneLiveLine : lineATry)(options);
