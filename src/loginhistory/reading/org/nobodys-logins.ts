import { refused } from '../../../evidence/denial.ts';
import { listFiles, logFile, pickFiles, type Span } from '../../../evidence/org/event-log-files.ts';
import { ask, askOne, type Asking } from '../../../evidence/waves.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import { readEventLog, type EventLogRow } from '../../event-log/read-event-log.ts';
import type { LoginHistory } from './history.ts';

/** Failed logins of no user of the org, and the files that tell of them. */
export type NobodysLogins = {
  readonly rows: readonly EventLogRow[];
  /** What the files are of: epoch ms, UTC. */
  readonly covered: readonly Span[];
  /** There are more files of that time than are read. */
  readonly isCut: boolean;
};

const strayIn = (row: EventLogRow, userId: string | undefined, { from, to }: Span): EventLogRow | undefined => {
  const at = Date.parse(row.at);
  return userId === undefined && at >= from && at < to && !readStatus(row.status).success ? row : undefined;
};

/**
 * The failures of a span that Login History cannot hold, since a row of it needs a user: those of the event log that name none. What was
 * typed for a username is dropped as it is read.
 */
export const nobodysLogins = function* ({ eventLook: look }: LoginHistory, span: Span): Asking<Fact<NobodysLogins>> {
  const listed = yield* askOne(listFiles(span));
  if (!listed.ok) return refused(listed, look);
  const { files, isCut } = pickFiles(listed, span);
  if (files.length === 0) return unknown(isCut ? 'too-large' : 'not-recorded', undefined, look.source);
  const answers = yield* ask(files.map(logFile));
  const unheard = answers.find(({ ok }) => !ok);
  if (unheard?.ok === false) return refused(unheard, look);
  const read = answers.map((answer) =>
    answer.ok && typeof answer.body === 'string'
      ? readEventLog(answer.body, (row, { userId }) => strayIn(row, userId, span))
      : undefined,
  );
  if (read.includes(undefined)) return unknown('refused', undefined, look.source);
  return known({ rows: read.flatMap((rows) => rows ?? []), covered: files, isCut }, look.source);
};
