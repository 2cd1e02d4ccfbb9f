import { known, unknown, type LoginHours, type Weekday } from '../../model/index.ts';
import { profileQuestion } from './profile.ts';
import { rowOf, whole, type Row } from './rows.ts';

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Minutes as text; a day without them is open. Undefined: a day of which we can read one end only. */
const day = (hours: Row, name: Weekday): LoginHours | undefined => {
  const [start, end] = [hours[`${name}Start`], hours[`${name}End`]].map((minutes) => minutes ?? undefined);
  if (start === undefined && end === undefined) return {};
  const window = { start: whole(start), end: whole(end) };
  return window.start === undefined || window.end === undefined
    ? undefined
    : { [name]: { start: window.start, end: window.end } };
};

export const loginHours = profileQuestion<LoginHours>((metadata, source) => {
  const hours = rowOf(metadata.loginHours);
  const days = hours === undefined ? [] : weekdays.map((name) => day(hours, name));
  return days.includes(undefined)
    ? unknown('depends-on-unknown', undefined, source)
    : known(Object.assign({}, ...days) as LoginHours, source);
});
