import { dayMs } from '../../../model/index.ts';
import type { Chart, ChartSeries } from '../../../model/index.ts';
import type { Say } from '../../say.ts';
import { failures } from '../numbers.ts';

/** A sign each: they are told apart without colour, in a pipe and by a screen reader. */
const glyphs = ['#', 'o', '+', 'x', '=', '%', '~', '*'] as const;

export const glyphOf = (series: number): string => glyphs[series % glyphs.length] ?? '#';

export const rowsOf = ({ rows }: ChartSeries): number => rows.reduce((sum, count) => sum + count, 0);

export const titleOf = ({ key, title }: ChartSeries, say: Say): string =>
  key === 'other' ? say('chart.other') : title;

/** One line a series: its sign, its cause and its rows. */
export const legend = ({ failures: series }: Chart, say: Say): readonly string[] =>
  series.map(
    (one, at) =>
      `${glyphOf(at)} ${say('chart.series', { title: titleOf(one, say), rows: failures(say, rowsOf(one)) })}`,
  );

/** Failures of all causes in each bucket. */
export const totals = ({ starts, failures: series }: Chart): readonly number[] =>
  starts.map((_start, at) => series.reduce((sum, { rows }) => sum + (rows[at] ?? 0), 0));

/** Under a bucket: its time, or its day where it is as long as one or begins it. `start`: UTC, ISO 8601. */
export const timeLabel = (start: string, bucketMs: number): string =>
  bucketMs >= dayMs || start.endsWith('T00:00:00Z') ? start.slice(5, 10) : start.slice(11, 16);
