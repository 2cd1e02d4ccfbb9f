import type { Change, Diagnosis } from '../../model/index.ts';
import { section, text } from '../document.ts';
import type { Document } from '../document.ts';
import type { Say } from '../say.ts';
import { span, utc } from '../time.ts';

/** So many entries stand on the screen; the JSON has them all. */
const most = 8;

const failedAt = ({ firstFailure, failingRow }: Diagnosis): string | undefined => firstFailure ?? failingRow?.at;

/** When, who, what, and how long before the first failure. */
export const changeLine = (change: Change, diagnosis: Diagnosis, say: Say): string => {
  const line = say('change', {
    at: utc(change.at),
    by: change.by ?? say('change.by-unknown'),
    display: change.display,
  });
  const until = failedAt(diagnosis);
  const before = until === undefined ? Number.NaN : Date.parse(until) - Date.parse(change.at);
  return before >= 0 ? say('change.before', { change: line, span: span(before) }) : line;
};

const intro = ({ lastSuccess, firstFailure }: Diagnosis, say: Say): string => {
  if (lastSuccess === undefined) return say('changes.intro');
  if (firstFailure === undefined) return say('changes.intro-since', { from: utc(lastSuccess) });
  return say('changes.intro-between', { from: utc(lastSuccess), to: utc(firstFailure) });
};

/** Entries of one hand, one kind and one minute: the first of them, and how many more. */
const groupLine = ([first, ...others]: readonly Change[], diagnosis: Diagnosis, say: Say): readonly string[] => {
  if (first === undefined) return [];
  const line = changeLine(first, diagnosis, say);
  return [others.length === 0 ? line : `${line} ${say.count('changes.alike', others.length)}`];
};

/** What changed since the last success, nearest to the failure first. */
export const changes = (diagnosis: Diagnosis, say: Say): Document => {
  const all = diagnosis.changes;
  if (all.length === 0) return [];
  const alike = [...Map.groupBy(all, ({ at, by, action }) => JSON.stringify([at.slice(0, 16), by, action])).values()];
  const more = alike.length - most;
  return section(say('title.changes'), [
    text(intro(diagnosis, say)),
    { kind: 'list', items: alike.slice(0, most).flatMap((few) => groupLine(few, diagnosis, say)) },
    ...(more > 0 ? [text(say.count('changes.more', more), 'quiet')] : []),
  ]);
};
