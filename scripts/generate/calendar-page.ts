import { calendar } from '../../src/clues/calendar/index.ts';
import type { CalendarEntry } from '../../src/clues/calendar/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { tablePage } from './table-page.ts';

const words = loadWords();
const say = (key: string, values: Record<string, string | number> = {}): string => words.text('calendar', key, values);

const day = (at: string): string => at.slice(0, 10);

const when = ({ when: { on, season, ...more } }: CalendarEntry): string => {
  if (on === undefined) return season;
  const until = 'until' in more ? more.until : undefined;
  return until === undefined ? day(on) : say('until', { from: day(on), until: day(until) });
};

const sources = (list: readonly string[]): string =>
  list
    .map((source, index) =>
      source.startsWith('https://') ? `[${say('source', { number: index + 1 })}](${source})` : source,
    )
    .join('<br>');

const causes = (list: CalendarEntry['causes']): string =>
  list.length === 0 ? '-' : list.map((id) => `[${id}](causes/${id}.md)`).join('<br>');

const row = (entry: CalendarEntry): string => {
  const { id, known, told, checked } = entry;
  const how = told === true ? say('told', { why: say(`${id}.told`) }) : say('read');
  const cells = [
    when(entry),
    `${say(`${id}.what`)} ${how}`,
    causes(entry.causes),
    say(`known.${known}`),
    sources(entry.sources),
    checked,
  ];
  return `| ${cells.join(' | ')} |`;
};

const columns = ['when', 'event', 'causes', 'known', 'sources', 'checked'] as const;

/** `docs/calendar.md`: the calendar that the causes read, as a table. */
export const calendarPage = (): Array<readonly [string, string]> => [
  ['docs/calendar.md', tablePage(say, columns, calendar.map(row))],
];
