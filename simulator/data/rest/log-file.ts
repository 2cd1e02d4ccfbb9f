import { sameId } from '../../state/ids.ts';
import { csvOf, filesOf } from '../event-log.ts';
import { notFound, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';

/** The log itself: CSV. */
export const logFile = ({ scene: { org, now } }: Desk, id: string): Answer => {
  const file = filesOf(org, now).find((one) => sameId(one.id, id));
  return file === undefined ? notFound() : { status: 200, body: csvOf(org, file), type: 'text/csv' };
};
