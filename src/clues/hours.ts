import type { LoginHours, Weekday } from '../model/index.ts';
import { minuteMs } from './times.ts';

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const dayMinutes = 24 * 60;

/** A moment as the clock of some zone shows it. */
export type Local = { readonly day: Weekday; readonly minute: number };

/** Start inclusive, end exclusive; a day that is not listed is open; 0 to 0 is shut. */
export const isOpen = (hours: LoginHours, { day, minute }: Local): boolean => {
  const open = hours[day];
  return open === undefined || (open.start <= minute && minute < open.end);
};

export const isNeverShut = (hours: LoginHours): boolean =>
  weekdays.every((day) => {
    const open = hours[day];
    return open === undefined || (open.start === 0 && open.end >= dayMinutes);
  });

/** 1 January 1970 was a Thursday. */
const firstWeekday = 4;

/** Minutes since 1970, as the clock of a zone shows them. */
const localAt = (minutes: number): Local => ({
  day: weekdays[(Math.floor(minutes / dayMinutes) + firstWeekday) % 7] ?? 'sunday',
  minute: minutes % dayMinutes,
});

const minutesOf = (at: string): number => Math.floor(Date.parse(at) / minuteMs);

/** From UTC-12:00 to UTC+14:00 by quarters of an hour, in minutes. */
const offsets: readonly number[] = Array.from({ length: (26 * 60) / 15 + 1 }, (_, index) => index * 15 - 12 * 60);

/** Shut wherever on earth the hours were set: their zone cannot be read from the org. */
export const isShutEverywhere = (hours: LoginHours, at: string): boolean => {
  const minutes = minutesOf(at);
  return offsets.every((offset) => !isOpen(hours, localAt(minutes + offset)));
};

/** Whether there is a zone in which the one is open and the other shut. */
export const differSomewhere = (open: LoginHours, shut: LoginHours, at: string): boolean => {
  const minutes = minutesOf(at);
  return offsets.some((offset) => {
    const local = localAt(minutes + offset);
    return isOpen(open, local) && !isOpen(shut, local);
  });
};

/** A clock is costly to make, and asked for many moments. */
const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

const made = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined;
  }
};

const clockOf = (zone: string): Intl.DateTimeFormat | undefined => {
  if (!clocks.has(zone)) clocks.set(zone, made(zone));
  return clocks.get(zone);
};

/** The moment by the clock of a named zone; undefined where the zone is not known here. */
export const localIn = (zone: string, at: string): Local | undefined => {
  const clock = clockOf(zone);
  if (clock === undefined) return undefined;
  const parts = new Map(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const day = weekdays.find((name) => name === parts.get('weekday')?.toLowerCase());
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return day === undefined ? undefined : { day, minute };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes since midnight as `HH:MM`. */
export const clockText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** What is open on a day, as `HH:MM to HH:MM`; `-` where the day is shut. */
export const hoursText = (hours: LoginHours, day: Weekday): string => {
  const open = hours[day];
  if (open === undefined) return '00:00 to 24:00';
  return open.start >= open.end ? '-' : `${clockText(open.start)} to ${clockText(open.end)}`;
};
