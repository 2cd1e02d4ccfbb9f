import { minuteMs } from '../model/index.ts';
import type { WaitNext } from '../model/index.ts';
import { untilAllowed } from './allowance.ts';
import { pace, pauseAt, timeOf } from './pace.ts';
import type { Progress } from './progress.ts';

/** What the person asked for. `stable`: good answers in a row; `budget`: tries in all. */
export type Wanted = { readonly minutes: number; readonly stable: number; readonly budget: number };

/** Answers in a row that nobody could tell, after which more of them would tell no more. */
const patience = 5;

/** Nobody could tell the answers, for long enough. */
const isUnclear = ({ doubt }: Progress): boolean => doubt !== undefined && doubt.unknown >= patience;

/** What passes within a while has had that while: then it is what it says, and a person must act. */
const isOverdue = ({ doubt, last }: Progress, now: number): boolean =>
  doubt !== undefined && last?.boundMs !== undefined && now - doubt.since >= last.boundMs;

/** Where nothing was heard but what is believed for a while only, asking again later is no advice. */
const giveUp = ({ doubt, last, asked: [first] }: Progress, limit: 'time' | 'tries'): WaitNext => {
  const isDoubtful = last?.boundMs !== undefined && doubt?.since === first;
  return { do: 'end', outcome: isDoubtful ? 'inconclusive' : 'gave-up', limit };
};

const askIn = (ms: number): WaitNext => ({ do: 'ask', inMs: Math.max(0, Math.round(ms)) });

/** A good answer is asked for again soon; where time is short, sooner. */
const confirm = (progress: Progress, wanted: Wanted, left: number, now: number, random: number): WaitNext => {
  const { good, asked } = progress;
  const missing = wanted.stable - good;
  const earliest = untilAllowed(asked, now);
  if (wanted.budget - asked.length < missing || earliest > Math.max(0, left)) return giveUp(progress, 'tries');
  return askIn(Math.max(earliest, Math.min(pauseAt(0, random), left / missing)));
};

/**
 * The next try while the answer is not good. The last one is placed so that a good answer can still be confirmed in time. Where the
 * budget does not cover the pauses up to there, all of them grow.
 */
const search = (progress: Progress, wanted: Wanted, left: number, now: number, random: number): WaitNext => {
  const { step, asked } = progress;
  const until = left - (wanted.stable - 1) * pace.floorMs;
  const affordable = wanted.budget - asked.length - (wanted.stable - 1);
  const earliest = untilAllowed(asked, now);
  if (until <= 0) return giveUp(progress, 'time');
  if (affordable < 1 || earliest > until) return giveUp(progress, 'tries');
  const pause = pauseAt(step, random) * Math.max(1, until / timeOf(step, affordable));
  const inMs = Math.max(pause, earliest);
  return askIn(until - inMs < pace.floorMs ? until : inMs);
};

/** What to do now: ask (again), or end. Pure. `now`: epoch ms; `random`: from 0 to 1. */
export const nextAfter = (progress: Progress, wanted: Wanted, now: number, random: number): WaitNext => {
  const { last, good, startedAt } = progress;
  if (last === undefined) return { do: 'ask', inMs: 0 };
  if (last.class === 'fatal' || isOverdue(progress, now)) return { do: 'end', outcome: 'fatal' };
  if (good >= wanted.stable) return { do: 'end', outcome: last.reason === 'granted' ? 'ready' : 'known' };
  if (isUnclear(progress)) return { do: 'end', outcome: 'inconclusive' };
  const left = startedAt + wanted.minutes * minuteMs - now;
  return good > 0 ? confirm(progress, wanted, left, now, random) : search(progress, wanted, left, now, random);
};
