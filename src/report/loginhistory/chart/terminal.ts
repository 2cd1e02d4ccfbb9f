import { Ansis } from 'ansis';
import type { Chart } from '../../../model/index.ts';
import type { Say } from '../../say.ts';
import { span } from '../../time.ts';
import { wrap } from '../../wrap.ts';
import { failures, figure, countOf } from '../numbers.ts';
import { block, stack, together } from './columns.ts';
import { glyphOf, legend, timeLabel } from './legend.ts';

export type ChartPage = { readonly width: number; readonly colour: boolean };

const height = 8;
const margin = '  ';
const widestColumn = 4;

type Paint = (text: string, series: number) => string;

const painter = (colour: boolean): Paint => {
  const ansis = new Ansis(colour ? 1 : 0);
  const paints = [ansis.red, ansis.yellow, ansis.magenta, ansis.blue, ansis.cyan, ansis.green, ansis.white, ansis.gray];
  return (text, series) => (colour ? (paints[series % paints.length]?.(text) ?? text) : text);
};

type Columns = {
  readonly bucketMs: number;
  readonly starts: readonly string[];
  /** By series, then by column. */
  readonly failures: ReadonlyArray<readonly number[]>;
  readonly successes: readonly number[];
  /** Characters that a column takes, and how many of them carry a sign. */
  readonly each: number;
  readonly ink: number;
};

/** As many columns as fit: where there are more buckets than room, neighbours stand together. */
const columnsFor = (chart: Chart, room: number): Columns => {
  const size = Math.max(1, Math.ceil(chart.starts.length / room));
  const starts = chart.starts.filter((_start, at) => at % size === 0);
  const each = Math.max(1, Math.min(widestColumn, Math.floor(room / starts.length)));
  return {
    bucketMs: chart.bucketMs * size,
    starts,
    failures: chart.failures.map(({ rows }) => together(rows, size)),
    successes: together(chart.successes, size),
    each,
    ink: Math.max(1, each - 1),
  };
};

/** Times under the columns, as many as fit without touching. */
const axis = ({ starts, each, bucketMs }: Columns): string => {
  let line = '';
  for (const [at, start] of starts.entries()) {
    const label = timeLabel(start, bucketMs);
    const column = at * each;
    const fits = column + label.length <= starts.length * each + 5;
    if (fits && (line === '' ? column === 0 : column >= line.length + 3)) line = `${line.padEnd(column)}${label}`;
  }
  return line;
};

const totalsOf = ({ starts, failures: series }: Columns): readonly number[] =>
  starts.map((_start, at) => series.reduce((sum, counts) => sum + (counts[at] ?? 0), 0));

const bars = (columns: Columns, most: number, paint: Paint): readonly string[] => {
  const { starts, failures: series, each, ink } = columns;
  const stacks = starts.map((_start, at) =>
    stack(
      series.map((counts) => counts[at] ?? 0),
      most,
      height,
    ),
  );
  return Array.from({ length: height }, (_none, line) => height - 1 - line).map((level) =>
    stacks
      .map((cells) => {
        const series = cells[level];
        const gap = ' '.repeat(each - ink);
        return series === undefined ? ' '.repeat(each) : `${paint(glyphOf(series).repeat(ink), series)}${gap}`;
      })
      .join('')
      .trimEnd(),
  );
};

const successRow = ({ successes, each, ink }: Columns, most: number): string =>
  successes
    .map((count) => `${block(count, most).repeat(ink)}${' '.repeat(each - ink)}`)
    .join('')
    .trimEnd();

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `${margin}${line}`.trimEnd());

const label = (number: number, width: number): string => figure(number).padStart(width);

/** Failures above the line, stacked by cause, each cause with a sign of its own; successes below it. Lines end without a break. */
export const chartLines = (chart: Chart, { width, colour }: ChartPage, say: Say): readonly string[] => {
  const most = Math.max(0, ...chart.successes);
  const peak = Math.max(0, ...totalsOf({ ...columnsFor(chart, chart.starts.length) }));
  const gutter = Math.max(figure(peak).length, figure(most).length, 2) + 2;
  const columns = columnsFor(chart, Math.max(8, width - margin.length - gutter - 1));
  const totals = totalsOf(columns);
  const highest = Math.max(0, ...totals);
  const fullest = Math.max(0, ...columns.successes);
  if (highest === 0 && fullest === 0) return [];
  const page = (text: string): readonly string[] => indented(wrap(text, width - margin.length));
  const bucket = span(columns.bucketMs);
  const drawn = bars(columns, highest, painter(colour)).map((line, at) =>
    at === 0 ? `${label(highest, gutter - 2)} |${line}` : `${' '.repeat(gutter - 2)} |${line}`,
  );
  const base = `${label(0, gutter - 2)} +${'-'.repeat(columns.starts.length * columns.each)}`;
  const row = `${'ok'.padStart(gutter - 2)} |${successRow(columns, fullest)}`;
  const times = `${' '.repeat(gutter)}${axis(columns)} ${say('chart.zone')}`;
  return [
    ...page(highest === 0 ? say('chart.no-failures') : say('chart.failures', { bucket, most: failures(say, highest) })),
    ...indented(highest === 0 ? [] : [...drawn, base]),
    ...indented(fullest === 0 ? [times] : [row, times]),
    ...(fullest === 0 ? [] : page(say('chart.successes', { most: countOf(say, 'successes', fullest) }))),
    ...legend(chart, say).flatMap((line) => page(line)),
  ];
};
