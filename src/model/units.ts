export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A time in ms as ISO 8601, UTC. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();
