import type { WaitingShow } from '../report/waiting/index.ts';
import { showWaiting } from '../report/waiting/index.ts';
import { usualStable } from '../waiting/index.ts';
import type { Words } from '../words/index.ts';
import { outgoing } from './outgoing.ts';

export type Waited = {
  readonly words: Words;
  readonly host: string;
  readonly minutes: number;
  readonly stable: number | undefined;
  /** Prints a line where there is no terminal; says nothing with `--json`. */
  readonly log: (line: string) => void;
  readonly json: boolean;
};

/** On a terminal one live line on stderr; in a pipe or CI a line a try; with `--json` nothing. */
export const showTries = ({ words, host, minutes, stable = usualStable, log, json }: Waited): WaitingShow => {
  const { stderr } = process;
  const live = stderr.isTTY && !json;
  return showWaiting({
    live,
    write: live ? (text) => stderr.write(text) : (text) => log(text.trimEnd()),
    clean: outgoing,
    columns: () => stderr.columns || 80,
    words,
    host,
    minutes,
    stable,
    now: Date.now,
    every: (ms, call) => {
      const timer = setInterval(call, ms);
      return () => clearInterval(timer);
    },
  });
};
