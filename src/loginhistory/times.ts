import { isoOf } from '../model/index.ts';
import type { Period } from '../model/index.ts';

export { dayMs, hourMs, minuteMs } from '../model/index.ts';

/** UTC, ISO 8601, without thousandths that are 0. */
export const iso = (ms: number): string => isoOf(ms).replace('.000Z', 'Z');

export const period = (from: number, to: number): Period => ({ from: iso(from), to: iso(to) });
