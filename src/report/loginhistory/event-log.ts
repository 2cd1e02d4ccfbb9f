import type { LoginFailures } from '../../model/index.ts';
import type { Say } from '../say.ts';
import { utc } from '../time.ts';
import { failures, figure, shares } from './numbers.ts';

type Told = Pick<LoginFailures, 'eventLog'>;

/** What only the event log holds, in a sentence; none where it holds nothing more. */
export const eventLogItems = ({ eventLog }: Told, say: Say): readonly string[] => {
  if (eventLog?.state !== 'seen' || eventLog.rows === 0) return [];
  const { rows, statuses, addresses, first = '-', last = '-' } = eventLog;
  const told = statuses.map(({ status, rows: count }) => say('share', { value: status, rows: figure(count) }));
  return [
    say('event-log', {
      rows: failures(say, rows),
      statuses: told.join(', '),
      addresses: addresses.different === 0 ? '-' : shares(say, addresses),
      first: utc(first),
      last: utc(last),
    }),
  ];
};

/** Of what time it tells nothing, or why it tells nothing at all. */
export const eventLogUnseen = (
  { eventLog, window }: Told & Pick<LoginFailures, 'window'>,
  say: Say,
): readonly string[] => {
  if (eventLog === undefined) return [];
  if (eventLog.state === 'unseen') {
    const { why, permission = '-' } = eventLog;
    return [say(`unseen.event-log.${why}`, { permission })];
  }
  const { covered, isCut } = eventLog;
  const isWhole = covered.from === window.from && covered.to === window.to && !isCut;
  return isWhole ? [] : [say('unseen.event-log.part', { from: utc(covered.from), to: utc(covered.to) })];
};
