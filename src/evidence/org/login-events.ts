import { failingRow } from '../../loginhistory/one-login/index.ts';
import { readEventLog, type EventLogRow, type EventLogWho } from '../../loginhistory/event-log/read-event-log.ts';
import { dayMs, known, minuteMs, unknown, valueOf, type LoginEvent, type User } from '../../model/index.ts';
import { readStatus } from '../../recognition/index.ts';
import { lookAt, refused } from '../denial.ts';
import { documents, listFiles, logFile, pickFiles, type Span } from './event-log-files.ts';
import { rowsSoFar } from './learnt.ts';
import { answerAt, type Context, type Question } from './question.ts';
import { sameText } from './rows.ts';

/** So many failures are kept, the newest. */
const mostRows = 200;

/** Round the time that a person gives. */
const roundMs = 5 * minuteMs;

/** Without a time the failure is looked for in the last day and the day before: the file of a day is written a day later. */
const reachMs = 2 * dayMs;

const spanOf = ({ asked: { failedAt, now } }: Context): Span => {
  if (failedAt === undefined) return { from: Date.parse(now) - reachMs, to: Date.parse(now) };
  return { from: Date.parse(failedAt) - roundMs, to: Date.parse(failedAt) + roundMs };
};

const sameId = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.slice(0, 15) === other?.slice(0, 15);

/** The user's own, by the id or by the name that was sent; and what names nobody, from where the integration comes. */
const kindOf = (
  { sourceIp }: EventLogRow,
  who: EventLogWho,
  { asked: { integration } }: Context,
  user: User | undefined,
): LoginEvent['by'] | undefined => {
  if (sameId(who.userId, user?.id) || sameText(who.username, integration.username ?? user?.username)) return 'user';
  const isNobody = who.userId === undefined && who.username === undefined;
  return isNobody && sourceIp !== undefined && integration.sourceIps.includes(sourceIp) ? 'source-ip' : undefined;
};

/** Nothing numbers them: the time stands for the id. */
const eventsIn = (csv: string, seen: Context): readonly LoginEvent[] | undefined => {
  const user = valueOf(seen.fact('user'));
  return readEventLog(csv, (row, who) => {
    const by = kindOf(row, who, seen, user);
    const status = readStatus(row.status);
    return by === undefined || status.success ? undefined : { id: row.at, ...row, ...status, by };
  });
};

/**
 * What becomes of it once the user is known: `wait` while it is not, `told` where Login History answers already, or where nobody speaks of a
 * failure: such a log can be large.
 */
const need = (seen: Context): 'wait' | 'told' | 'needed' => {
  const user = seen.fact('user');
  if (user.state === 'unknown') return 'wait';
  if (user.state === 'denied' || user.value === undefined) return 'needed';
  const { integration, failedAt, now, refusals = [] } = seen.asked;
  if (refusals.length === 0 && failedAt === undefined) return 'told';
  const rows = rowsSoFar(seen);
  if (rows === undefined) return 'wait';
  return failingRow(rows, { integration, failedAt, now, refusals }) === undefined ? 'needed' : 'told';
};

/**
 * Failed logins of the event log files that Login History cannot hold, since they have no user of this org. Read where Login History has no
 * row of the failure: the list of files goes with the first questions, and of the files only those of that time.
 */
export const loginEvents: Question<readonly LoginEvent[]> = {
  documents,
  after: [],
  beside: ['user', 'loginRows'],
  ask: (seen) => {
    const user = seen.fact('user');
    if (user.state === 'unknown' && user.reason === 'not-asked') return user;
    const span = spanOf(seen);
    const list = listFiles(span);
    const [listed] = seen.answers([list]) ?? [];
    if (listed?.ok !== true) return { send: [list] };
    const needs = need(seen);
    if (needs === 'wait') return 'wait';
    if (needs === 'told') return unknown('not-asked');
    return { send: [list, ...pickFiles(listed, span).files.map(logFile)] };
  },
  read: ([listed, ...files], seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: 'EventLogFile',
      needs: [['ViewEventLogFiles', 'ViewAllData']],
      always: false,
    });
    const list = listed ?? answerAt([], 0);
    if (!list.ok) return refused(list, look);
    const { isCut } = pickFiles(list, spanOf(seen));
    if (files.length === 0) return unknown(isCut ? 'too-large' : 'not-recorded', undefined, look.source);
    const unheard = files.find(({ ok }) => !ok);
    if (unheard?.ok === false) return refused(unheard, look);
    const read = files.map((file) =>
      file.ok && typeof file.body === 'string' ? eventsIn(file.body, seen) : undefined,
    );
    if (read.includes(undefined)) return unknown('refused', undefined, look.source);
    const events = read.flatMap((one) => one ?? []).toSorted((a, b) => b.at.localeCompare(a.at));
    return known(events.slice(0, mostRows), look.source);
  },
};
