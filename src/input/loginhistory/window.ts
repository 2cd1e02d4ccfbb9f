import type { FailuresRequest } from '../../loginhistory/request.ts';
import { Trouble } from '../../model/index.ts';
import { readTime } from '../time.ts';
import { durationIn } from './duration.ts';

const timeIn = (flag: string, text: string, now: number): number => {
  try {
    return Date.parse(readTime(text, now));
  } catch (error) {
    if (error instanceof Trouble) throw new Trouble('when-invalid', { flag, text }, error);
    throw error;
  }
};

export const readSince = (text: string | undefined, now: number): FailuresRequest['since'] => {
  if (text === undefined) return undefined;
  const back = durationIn(text);
  return back === undefined ? { at: timeIn('--since', text, now) } : { back };
};

export const readUntil = (text: string | undefined, now: number): number | undefined => {
  if (text === undefined) return undefined;
  const back = durationIn(text);
  return back === undefined ? timeIn('--until', text, now) : now - back;
};

/** Throws `Trouble` for what can be told before anything is read. */
export const checkOrder = (from: FailuresRequest['since'], to: number | undefined): void => {
  if (from === undefined || to === undefined || !('at' in from) || from.at < to) return;
  throw new Trouble('window-empty', { since: new Date(from.at).toISOString(), until: new Date(to).toISOString() });
};
