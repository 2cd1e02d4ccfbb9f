import { setLoginHours } from '../state/admin.ts';
import type { LoginHours } from '../state/types.ts';
import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

const hourIn = (timeZone: string, at: number): number =>
  Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(at));

/** Four hours a day, about as far from this hour as they can be, and never across midnight. */
const farFrom = (hour: number): LoginHours => {
  const start = Math.min((hour + 10) % 24, 19);
  const span = { start: start * 60, end: (start + 4) * 60 };
  return { monday: span, tuesday: span, wednesday: span, thursday: span, friday: span, saturday: span, sunday: span };
};

/** Login hours that are over, or have not begun, at this moment. */
export const hoursNotNow = (timeZone: string): LoginHours => farFrom(hourIn(timeZone, Date.now()));

export default scenario({
  id: 'login-hours',
  title: 'The profile got login hours, and the integration comes outside them',
  flow: 'jwt',
  breaks: ({ act, org, profile }) => setLoginHours(act(), profile, hoursNotNow(org.timeZone)),
  prints: serviceLog,
  leaves: { told: 'invalid login hours', row: 'Restricted Time', change: 'profileLoginHoursChangedCustom' },
});
