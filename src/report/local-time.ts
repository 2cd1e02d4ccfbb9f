import type { Words } from '../words/index.ts';
import { mostLines } from './brief/fit.ts';
import { utc } from './time.ts';
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
  zone: string,
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

/** A line with the local time in it: what stands there as one, and the whole line. */
type Longer = { readonly index: number; readonly both: string; readonly line: string };

const candidates = function* (lines: readonly string[], { now, zone }: Wall, words: Words): Generator<Longer> {
  for (const [index, line] of lines.entries()) {
    const [time, day = now.slice(0, 10), clock = ''] = told.exec(line) ?? [];
    const local = time === undefined ? undefined : onTheWall(day, clock, zone);
    if (time === undefined || local === undefined) continue;
    const both = `${time} ${words.text('report', 'local', local)}`;
    yield { index, both, line: line.replace(time, () => both) };
  }
};

/** Blanks, the mark of an item, a label: what goes on below begins behind it. */
const start = /^ *(?:[-!?✖✔] +|[A-Z][A-Za-z]+ {2,})?/u;

const startOf = (line: string): number => start.exec(line)?.[0].length ?? 0;

/** Where a line breaks that is too long: at a blank, and not within what stands as one. */
const breakOf = ({ both, line }: Longer, width: number): number => {
  const at = line.lastIndexOf(' ', width);
  const from = line.indexOf(both);
  return at > from && at < from + both.length ? from - 1 : at;
};

/** Whether one more line leaves a short screen short. */
const hasRow = (lines: readonly string[]): boolean => lines.join('\n').trimEnd().split('\n').length !== mostLines;

/** The last words of a line that became too long go before the next one, where that goes on in the same column and has room; else below. */
const broken = (lines: readonly string[], longer: Longer, width: number): readonly string[] | undefined => {
  const { index, line } = longer;
  const [indent, at] = [startOf(line), breakOf(longer, width)];
  // A line with colours is none that can be cut by its length.
  if (at <= indent || columnsOf(line) !== line.length) return undefined;
  const [kept, rest] = [line.slice(0, at), `${' '.repeat(indent)}${line.slice(at + 1)}`];
  const next = lines[index + 1] ?? '';
  const joined = `${rest} ${next.slice(indent)}`;
  const goesOn = startOf(next) === indent && next.slice(0, indent).trim() === '' && next.length > indent;
  if (goesOn && columnsOf(joined) <= width) return lines.with(index, kept).with(index + 1, joined);
  return hasRow(lines) ? lines.toSpliced(index, 1, kept, rest) : undefined;
};

/**
 * A report with the local time beside the first time that it tells in UTC: once, in a line that has room for it, else in one that is broken for
 * it. Where the clock on the wall shows UTC the report stays as it is.
 */
export const withLocalTime = (
  report: string,
  wall: Wall,
  { words, width }: { readonly words: Words; readonly width: number },
): string => {
  const lines = report.split('\n');
  let made: readonly string[] | undefined;
  for (const longer of candidates(lines, wall, words)) {
    if (columnsOf(longer.line) <= width) return lines.with(longer.index, longer.line).join('\n');
    made ??= broken(lines, longer, width);
  }
  return (made ?? lines).join('\n');
};

/** The clock of a line that is told at once, with the day where it is asked for, and beside it the local time: whoever looks up sees this line alone. */
export const nowTold = (
  at: string,
  { words, zone, day }: { readonly words: Words; readonly zone: string; readonly day: boolean },
): string => {
  const whole = utc(at);
  const [date = '', clock = ''] = whole.split(' ');
  if (clock === '') return whole;
  const told = day ? whole : whole.slice(date.length + 1);
  const local = onTheWall(date, clock.slice(0, 5), zone);
  return local === undefined ? told : `${told} ${words.text('report', 'local', local)}`;
};
