import { defined } from '../model/index.ts';
import type { Try, WaitNext, WaitResult } from '../model/index.ts';
import { usualBudget } from './allowance.ts';
import { classify, type Reading } from './classify.ts';
import { answerOf, type Ask, type Heard } from './heard.ts';
import { nextAfter, type Wanted } from './next.ts';
import { afterTry, begin, type Progress } from './progress.ts';
import { orInterrupted } from './or-interrupted.ts';

/** What is told after each try: the waiting so far stands in the try; `next` says what comes. */
export type OnTry = (tried: Try, next: WaitNext, goodInARow: number) => void;

export type Waiting = {
  /** Asks the same host each time: hosts disagree while a change spreads. */
  readonly ask: Ask;
  /** Epoch ms, UTC. */
  readonly now: () => number;
  /** May end early, or reject, when the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly minutes: number;
  /** Good answers wanted in a row; 2 where nobody says. */
  readonly stable?: number;
  /** Tries allowed; 25 for each 15 minutes where nobody says, and never more than that. */
  readonly budget?: number;
  /** Ends the waiting with what is known so far. */
  readonly signal?: AbortSignal;
  readonly onTry?: OnTry;
};

export const usualStable = 2;

const wantedOf = ({ minutes, stable, budget }: Waiting): Wanted => {
  const wanted = Math.max(1, stable ?? usualStable);
  return { minutes, stable: wanted, budget: Math.max(wanted, budget ?? usualBudget(minutes)) };
};

const tryOf = (heard: Heard, { class: kind, reason }: Reading, at: number, startedAt: number): Try => ({
  at: new Date(at).toISOString(),
  elapsedMs: at - startedAt,
  host: heard.host,
  answer: answerOf(heard),
  class: kind,
  reason,
});

const resultOf = (
  { startedAt, tries, good, last }: Progress,
  wanted: Wanted,
  end: Pick<WaitResult, 'outcome' | 'limit'>,
  now: number,
): WaitResult => ({
  ...end,
  startedAt: new Date(startedAt).toISOString(),
  elapsedMs: now - startedAt,
  wanted,
  goodInARow: good,
  ...(last?.decides === undefined ? {} : { decides: last.decides }),
  suspects: last?.suspects ?? [],
  tries,
});

/**
 * Asks until the answer is good `stable` times in a row, or cannot become so by waiting, or time or tries are used up, or someone stops it.
 * One question at a time. It ends within `minutes`, but for the answer to a question that was sent before. Rejects only where `ask` or `sleep` does.
 */
export const waitFor = async (waiting: Waiting): Promise<WaitResult> => {
  const { ask, now, sleep, random, signal, onTry } = waiting;
  const wanted = wantedOf(waiting);
  let progress = begin(now());
  let next = nextAfter(progress, wanted, now(), 0);
  while (next.do === 'ask') {
    const { inMs } = next;
    const heard = await orInterrupted(signal, async () => {
      if (inMs > 0) await sleep(inMs, signal);
      const at = now();
      return signal?.aborted === true ? undefined : { at, answer: await ask(signal) };
    });
    if (heard === undefined) return resultOf(progress, wanted, { outcome: 'interrupted' }, now());
    const reading = classify(heard.answer);
    const tried = tryOf(heard.answer, reading, heard.at, progress.startedAt);
    progress = afterTry(progress, heard.at, tried, reading);
    next = nextAfter(progress, wanted, now(), random());
    onTry?.(tried, next, progress.good);
  }
  const { outcome, limit } = next;
  return resultOf(progress, wanted, { outcome, ...defined({ limit }) }, now());
};
