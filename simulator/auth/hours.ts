import type { Profile, Weekday } from '../state/types.ts';

/** Weekday and minutes since midnight of a moment (epoch ms), on the clocks of a zone. */
const localTime = (at: number, timeZone: string): { day: Weekday; minutes: number } => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { day: part('weekday').toLowerCase() as Weekday, minutes: Number(part('hour')) * 60 + Number(part('minute')) };
};

/** A day without hours is open; 0 to 0 shuts it. */
export const isOpen = (profile: Profile, at: number): boolean => {
  const { day, minutes } = localTime(at, profile.loginHoursTimeZone);
  const hours = profile.loginHours[day];
  return hours === undefined || (minutes >= hours.start && minutes < hours.end);
};
