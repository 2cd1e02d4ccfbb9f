import { minuteMs } from '../../model/index.ts';
import type { Try, WaitNext } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { nowTold } from '../local-time.ts';
import { span } from '../time.ts';
import { sayWaiting, verdictOf } from './say.ts';

/** Where the waiting stands after a try. */
export type Tried = {
  readonly tried: Try;
  readonly next: WaitNext;
  /** From 1. */
  readonly number: number;
  readonly goodInARow: number;
  readonly stable: number;
};

/** One line a try, for a pipe or a log. `zone`: whose time stands beside UTC. */
export const tryLine = (
  { tried, next, number, goodInARow, stable }: Tried,
  { words, zone }: { readonly words: Words; readonly zone: string },
): string => {
  const say = sayWaiting(words);
  const filling = {
    at: nowTold(tried.at, { words, zone, day: true }),
    number,
    elapsed: span(tried.elapsedMs),
    said: verdictOf(tried, goodInARow, stable, say),
  };
  return next.do === 'ask' ? say('try.next', { ...filling, next: span(next.inMs) }) : say('try.last', filling);
};

/** What the one live line of a terminal tells at a moment. */
export type Live = {
  /** ms since the start. */
  readonly elapsedMs: number;
  readonly minutes: number;
  readonly host: string;
  readonly last?: Tried;
  /** ms until the next try; 0 or less: the question is on its way. */
  readonly nextMs?: number;
};

/** The live line, not yet cut to the width of a terminal. */
export const liveLine = ({ elapsedMs, minutes, host, last, nextMs = 0 }: Live, words: Words): string => {
  const say = sayWaiting(words);
  if (last === undefined) return say('live.before', { host });
  const filling = {
    elapsed: span(elapsedMs),
    limit: span(minutes * minuteMs),
    said: verdictOf(last.tried, last.goodInARow, last.stable, say),
  };
  return nextMs <= 0
    ? say('live.asking', filling)
    : say('live.next', { ...filling, next: span(Math.ceil(nextMs / 1000) * 1000) });
};
