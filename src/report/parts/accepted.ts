import type { Acceptance } from '../../model/index.ts';
import type { Say } from '../say.ts';
import { utc } from '../time.ts';

type Accepting = { readonly accepted?: Acceptance };

/** That a baseline accepts it, and why; nothing where none does. `say`: the words of `messages/report.md`. */
export const acceptedLine = ({ accepted }: Accepting, say: Say): readonly string[] => {
  if (accepted === undefined) return [];
  const { reason, until } = accepted;
  return [until === undefined ? say('accepted', { reason }) : say('accepted.until', { reason, at: utc(until) })];
};

/** A line about it, with that behind. */
export const withAccepted = (line: string, one: Accepting, say: Say): string =>
  [line, ...acceptedLine(one, say)].join(' ');
