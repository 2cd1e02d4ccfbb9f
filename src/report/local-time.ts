import type { Words } from '../words/index.ts';
import { columnsOf } from './wrap.ts';

/** Whose clock hangs on the wall. */
export type Wall = {
  /** UTC, ISO 8601: the day of a time that names none. */
  readonly now: string;
  /** As in the database of time zones: `Europe/Berlin`. */
  readonly zone: string;
};

/** A time as reports write it; behind it nothing that stands in a column of its own. */
const told = /(?:(\d{4}-\d{2}-\d{2}) )?\b(\d{2}:\d{2})(?::\d{2})? UTC(?!.* {2}\S)/u;

/** What the clock on the wall says then, with its day where that is another one, and the name of its time; undefined: the same as UTC. */
const onTheWall = (
  day: string,
  clock: string,
  { zone }: Wall,
): { readonly clock: string; readonly zone: string } | undefined => {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, timeZoneName: 'short', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const at = new Date(`${day}T${clock}:00Z`);
  if (Number.isNaN(at.getTime())) return undefined;
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const local = `${part.hour}:${part.minute}`;
  if (local === clock) return undefined;
  const localDay = `${part.year}-${part.month}-${part.day}`;
  return { clock: localDay === day ? local : `${localDay} ${local}`, zone: part.timeZoneName ?? zone };
};

/**
 * A report with the local time beside the first time that it tells in UTC: once, and in a line that has room for it. Where the clock on the wall
 * shows UTC the report stays as it is.
 */
export const withLocalTime = (
  report: string,
  wall: Wall,
  { words, width }: { readonly words: Words; readonly width: number },
): string => {
  const lines = report.split('\n');
  for (const [index, line] of lines.entries()) {
    const [time, day = wall.now.slice(0, 10), clock = ''] = told.exec(line) ?? [];
    const local = time === undefined ? undefined : onTheWall(day, clock, wall);
    if (time === undefined || local === undefined) continue;
    const longer = line.replace(time, () => `${time} ${words.text('report', 'local', local)}`);
    if (columnsOf(longer) <= width) return lines.with(index, longer).join('\n');
  }
  return report;
};
