import type { Chart } from '../../../model/index.ts';
import { margin } from '../../brief/part.ts';
import type { Line } from '../../brief/part.ts';
import { columnsOf, pad } from '../../wrap.ts';
import { block, together } from '../chart/columns.ts';
import { totals } from '../chart/legend.ts';
import { figure } from '../numbers.ts';
import type { FailuresBrief } from './page.ts';

const gap = '  ';

const clock = (iso: string): string => iso.slice(11, 16);

/** Failures and successes over time, a row each, every column a piece of the window. */
export const strip = (chart: Chart, { say, width }: FailuresBrief): readonly Line[] => {
  const failed = totals(chart);
  const { successes, starts } = chart;
  const rows = [
    { name: say('strip.failures'), counts: failed },
    { name: say('strip.successes'), counts: successes },
  ].filter(({ counts }) => counts.some((count) => count > 0));
  const [first] = starts;
  const last = starts.at(-1);
  if (rows.length === 0 || first === undefined || last === undefined) return [];
  const times = say('strip.times', {
    from: clock(first),
    to: clock(new Date(Date.parse(last) + chart.bucketMs).toISOString()),
  });
  const label = Math.max(...rows.map(({ name }) => columnsOf(name)));
  const sums = rows.map(({ counts }) => figure(counts.reduce((sum, count) => sum + count, 0)));
  const right = Math.max(...sums.map(columnsOf));
  const room = width - margin - label - columnsOf(times) - right - 3 * gap.length;
  const size = Math.max(1, Math.ceil(starts.length / Math.max(8, room)));
  return rows.map(({ name, counts }, index) => {
    const few = together(counts, size);
    const most = Math.max(...few);
    const drawn = few.map((count) => block(count, most)).join('');
    const time = index === 0 ? times : ' '.repeat(columnsOf(times));
    return { text: [pad(name, label), drawn, time, sums[index]?.padStart(right) ?? ''].join(gap), tone: 'plain' };
  });
};
