/**
 * How long to wait between tries. Each pause is about a fifth longer than the one before, so it is about a fifth of the time waited so far, and
 * adds about a tenth to the waiting, whether the app takes one minute or fifteen. Jitter keeps pipelines that start together apart.
 * The numbers come from `bench/waiting.ts`: the shortest overshoot that 25 requests in 15 minutes buy, with some left for hosts that disagree.
 */
export const pace = {
  floorMs: 2500,
  ceilingMs: 120_000,
  factor: 1.22,
  /** Share of a pause by which it may be shorter or longer. */
  jitter: 0.2,
} as const;

/** From this step on, every pause is the ceiling. */
export const lastStep = Math.ceil(Math.log(pace.ceilingMs / pace.floorMs) / Math.log(pace.factor));

/** The pause after so many refused tries, before jitter. */
export const plainPause = (step: number): number =>
  Math.min(pace.ceilingMs, pace.floorMs * pace.factor ** Math.min(step, lastStep));

/** The pause with jitter, never below the floor nor above the ceiling. `random`: from 0 to 1. */
export const pauseAt = (step: number, random: number): number => {
  const pause = plainPause(step) * (1 + pace.jitter * (2 * random - 1));
  return Math.min(pace.ceilingMs, Math.max(pace.floorMs, pause));
};

/** What so many pauses from this step on take together, before jitter, in ms. */
export const timeOf = (step: number, pauses: number): number => {
  let ms = 0;
  for (let at = step; at < step + pauses; at += 1) {
    if (at >= lastStep) return ms + (step + pauses - at) * pace.ceilingMs;
    ms += plainPause(at);
  }
  return ms;
};
