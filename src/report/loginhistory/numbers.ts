import type { IncidentCount, Share, Shares } from '../../model/index.ts';
import type { Say } from '../say.ts';

const format = new Intl.NumberFormat('en-GB');

/** `12,345`. */
export const figure = (count: number): string => format.format(count);

/** `1 failure`, `12,345 failures`. */
export const countOf = (say: Say, key: string, count: number): string =>
  say(`${key}.${count === 1 ? 'one' : 'other'}`, { count: figure(count) });

export const failures = (say: Say, count: number): string => countOf(say, 'failures', count);

export const incidents = (say: Say, { atLeast, exact }: IncidentCount): string =>
  countOf(say, exact ? 'incidents' : 'incidents.at-least', atLeast);

/** The values with the most rows, and how many there are beside them. */
export const shares = <T extends Share>(
  say: Say,
  { different, top }: Shares<T>,
  one: (share: T) => string = ({ value, rows }) =>
    different === 1 ? value : say('share', { value, rows: figure(rows) }),
): string => {
  const more = different - top.length;
  return [...top.map(one), ...(more > 0 ? [say('share.more', { count: figure(more) })] : [])].join(', ');
};
