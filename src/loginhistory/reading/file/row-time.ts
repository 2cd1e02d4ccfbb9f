import { minuteMs, secondMs } from '../../../model/index.ts';
/** The hour of a row as the file names it, and how far into it the row stands. */
export type RowTime = { readonly hour: string; readonly within: number };

const clock =
  /^(?<before>[^:]*?\s[^:]*?\d\.|[^:]*\d:)(?<minute>[0-5]\d)(?:[:.](?<second>[0-5]\d)(?:[.,](?<fraction>\d+))?)?(?!\d)(?<after>.*)$/su;

/**
 * Takes a row's time apart without understanding it: the minutes and seconds are counted, and what stands around them names
 * the hour. So the date is read once an hour, and its order of day and month can be decided when all rows were seen.
 */
export const rowTime = (text: string): RowTime => {
  const { before, minute, second = '0', fraction = '', after = '' } = clock.exec(text)?.groups ?? {};
  if (before === undefined || minute === undefined) return { hour: text, within: 0 };
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return {
    hour: `${before}00${after}`,
    within: Number(minute) * minuteMs + Number(second) * secondMs + thousandths,
  };
};
