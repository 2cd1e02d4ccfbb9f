import type { Try, WaitNext } from '../model/index.ts';
import type { WaitingShow } from '../report/waiting/index.ts';
import { showWaiting } from '../report/waiting/index.ts';
import { usualStable } from '../waiting/index.ts';
import type { Words } from '../words/index.ts';
import { zoneHere } from './for-people.ts';
import { outgoingData } from './outgoing.ts';

export type Waited = {
  readonly words: Words;
  readonly host: string;
  readonly minutes: number;
  readonly stable: number | undefined;
  /** Prints a line where there is no terminal; says nothing with `--json`. */
  readonly log: (line: string) => void;
  readonly json: boolean;
  readonly redact: boolean;
  /** What a line goes through before it is cut to the terminal. */
  readonly clean: (line: string) => string;
};

/** A try as data. With `redact`, without what may name the org or a person in it. */
const dataOf = ({ host, answer, ...tried }: Try, redact: boolean): object => {
  const { code, status } = answer;
  return redact ? { ...tried, answer: { code, status } } : { ...tried, host, answer };
};

/** With `--json` a line of JSON a try, on stderr: a job that waits for a quarter of an hour is not silent meanwhile. */
const jsonATry = (redact: boolean): WaitingShow => {
  let number = 0;
  return {
    onTry: (tried: Try, next: WaitNext, goodInARow: number) => {
      number += 1;
      const data = { try: number, ...dataOf(tried, redact), goodInARow, next };
      process.stderr.write(`${JSON.stringify(outgoingData(data))}\n`);
    },
    end: () => undefined,
  };
};

/** On a terminal one live line on stderr; in a pipe or CI a line a try; with `--json` a line of JSON a try on stderr. */
export const showTries = ({
  words,
  host,
  minutes,
  stable = usualStable,
  log,
  json,
  redact,
  clean,
}: Waited): WaitingShow => {
  if (json) return jsonATry(redact);
  const { stderr } = process;
  const live = stderr.isTTY;
  return showWaiting({
    live,
    write: live ? (text) => stderr.write(text) : (text) => log(text.trimEnd()),
    clean,
    columns: () => stderr.columns || 80,
    words,
    zone: zoneHere(),
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
