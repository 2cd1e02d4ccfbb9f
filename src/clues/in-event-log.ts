import { failingRow } from '../loginhistory/one-login/index.ts';
import { suggests } from '../model/index.ts';
import type { CauseId, Clue, Facts, LoginEvent } from '../model/index.ts';

type Read = Pick<Facts, 'integration' | 'failedAt' | 'now' | 'refusals'> & Partial<Pick<Facts, 'loginEvents'>>;

/**
 * What the event log says of this cause, where Login History has no row of the failure. It names no app, and what it writes of a user or an
 * app that the org does not know is not documented: so it never proves.
 */
const inLog = (clueId: string, by: LoginEvent['by'], id: CauseId): Clue => ({
  id: clueId,
  needs: ['integration', 'failedAt', 'now', 'refusals'],
  also: ['loginEvents'],
  about: 'failure',
  read: ({ loginEvents = [], ...asked }: Read) => {
    const own = loginEvents.filter((event) => event.by === by);
    const row = failingRow(own, asked);
    if (row?.recognised !== true || (row.decides !== id && !row.suspects.includes(id))) return undefined;
    return suggests({ status: row.status, at: row.at, sourceIp: row.sourceIp ?? '-' }, row.at);
  },
});

export const inEventLog = (id: CauseId): readonly Clue[] => [
  inLog('in-event-log', 'user', id),
  inLog('in-event-log-of-address', 'source-ip', id),
];
