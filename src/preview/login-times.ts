import { differSomewhere, isNeverShut, isOpen, localIn } from '../clues/hours.ts';
import { minuteMs } from '../clues/times.ts';
import { valueOf } from '../model/index.ts';
import type { Evidence, LoginHours } from '../model/index.ts';

/** When an integration logged in: UTC, ISO 8601. */
export type LoginTime = {
  /** A login each, and between them perhaps more. */
  readonly from: string;
  readonly to: string;
  /** The org told only that it was somewhere between. */
  readonly vague?: true;
};

const weekMs = 7 * 24 * 60 * minuteMs;

/** Every zone on earth differs from UTC by whole quarters of an hour. */
const quarterMs = 15 * minuteMs;

/** Minutes past a quarter at which hours begin or end: a day begins at none. */
const edgesOf = (hours: readonly LoginHours[]): readonly number[] => [
  ...new Set([0, ...hours.flatMap((one) => Object.values(one).flatMap(({ start, end }) => [start % 15, end % 15]))]),
];

/** Moments that stand for all between the ends: wherever the clock is, nothing opens or shuts between two of them. */
export const momentsIn = ({ from, to }: LoginTime, hours: readonly LoginHours[]): readonly string[] => {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const between = edgesOf(hours).flatMap((edge) => {
    const start = Math.ceil((first - edge * minuteMs) / quarterMs) * quarterMs + edge * minuteMs;
    // After a week all hours come again.
    const end = Math.min(last, start + weekMs);
    return Array.from(
      { length: Math.max(0, Math.ceil((end - start) / quarterMs)) },
      (_none, at) => start + at * quarterMs,
    );
  });
  return [...new Set([first, ...between, last])].map((at) => new Date(at).toISOString());
};

/** Some time in the week from then on. */
export const weekFrom = (at: string): LoginTime => ({
  from: at,
  to: new Date(Date.parse(at) + weekMs).toISOString(),
  vague: true,
});

/** The minute of the week, in UTC: what hours say of one they say of all of its like. */
export const minuteOfWeek = (at: string): number => Math.floor((Date.parse(at) % weekMs) / minuteMs);

export const areEverShut = (hours: LoginHours | undefined): hours is LoginHours =>
  hours !== undefined && !isNeverShut(hours);

type Hours = Pick<Evidence, 'loginHours' | 'organization'>;

/**
 * Whether what was open at that moment may be shut then: hours stay in the zone that was the org's when they were first set, which cannot
 * be read. Where there were none, that is the org's zone of today.
 */
export const mayShut = ({ loginHours, organization }: Hours, changed: Hours, at: string): boolean => {
  const [before, after] = [valueOf(loginHours), valueOf(changed.loginHours)];
  if (before === undefined || after === undefined) return false;
  const zone = isNeverShut(before) ? valueOf(organization)?.timeZone : undefined;
  const local = zone === undefined ? undefined : localIn(zone, at);
  return local === undefined ? differSomewhere(before, after, at) : !isOpen(after, local);
};
