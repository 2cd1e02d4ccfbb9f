import { waitFor } from '../../src/waiting/index.ts';
import { seeded, spreadingHost, virtualClock } from './virtual.ts';

/** How long the app takes on each machine behind the login host, in ms from the start; drawn anew for each run. */
export type Draw = (random: () => number) => readonly number[];

export type Options = {
  readonly runs: number;
  readonly seed: number;
  readonly minutes: number;
  readonly stable?: number;
};

export type Run = {
  /** ms until the last machine knew it: the earliest possible moment. */
  readonly spreadMs: number;
  /** ms from that moment to the end of the waiting, the confirmations included; negative: ended too early. */
  readonly overshootMs: number;
  readonly requests: number;
  readonly ready: boolean;
};

const run = async (draw: Draw, random: () => number, { minutes, stable }: Options): Promise<Run> => {
  const clock = virtualClock();
  const start = clock.now();
  const spread = draw(random);
  const ask = spreadingHost(
    clock,
    spread.map((ms) => start + ms),
    random,
  );
  const { outcome, elapsedMs, tries } = await waitFor({
    ...clock,
    ask,
    random,
    minutes,
    ...(stable === undefined ? {} : { stable }),
  });
  const spreadMs = Math.max(...spread);
  return { spreadMs, overshootMs: elapsedMs - spreadMs, requests: tries.length, ready: outcome === 'known' };
};

/** Waits many times, on a clock of its own. The same seed gives the same runs. */
export const measure = async (draw: Draw, options: Options): Promise<readonly Run[]> => {
  const random = seeded(options.seed);
  const runs: Run[] = [];
  for (let count = 0; count < options.runs; count += 1) runs.push(await run(draw, random, options));
  return runs;
};

/** The value below which the given share of the numbers lies; NaN where there are none. */
export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};

/** Overshoot as a share of the time that had to be waited, of the runs that ended well and not too early. */
export const overshootRatios = (runs: readonly Run[]): readonly number[] =>
  runs
    .filter(({ ready, overshootMs }) => ready && overshootMs >= 0)
    .map(({ overshootMs, spreadMs }) => overshootMs / spreadMs);

const minute = 60_000;

const between = (random: () => number, from: number, to: number): number => from + random() * (to - from);

/** One machine that knows it after a time drawn evenly between two. */
export const evenly =
  (fromMinutes: number, toMinutes: number): Draw =>
  (random) => [between(random, fromMinutes, toMinutes) * minute];

/** As `evenly`, but half as long is as likely as twice as long. */
export const evenlyInOrder =
  (fromMinutes: number, toMinutes: number): Draw =>
  (random) => [Math.exp(between(random, Math.log(fromMinutes), Math.log(toMinutes))) * minute];

/** Eight machines that come to know it one after the other, between half of the time and all of it. */
export const oneByOne =
  (fromMinutes: number, toMinutes: number): Draw =>
  (random) => {
    const last = between(random, fromMinutes, toMinutes) * minute;
    return [last, ...Array.from({ length: 7 }, () => between(random, last / 2, last))];
  };

export const never: Draw = () => [Infinity];
