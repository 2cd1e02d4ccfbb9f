import type { Chart } from '../../../model/index.ts';
import type { Say } from '../../say.ts';
import { span, utc } from '../../time.ts';
import { titleOf, totals } from '../chart/legend.ts';
import { figure } from '../numbers.ts';
import { element, textIn } from '../../html/escape.ts';

const heading = (text: string): string => textIn('th', text, { scope: 'col' });

/** Every number of the chart, for those who cannot see it, and for the printer. Steps without any login are left out. */
export const chartTable = (chart: Chart, say: Say): string => {
  const { starts, failures, successes, bucketMs } = chart;
  const all = totals(chart);
  const row = (start: string, at: number): string =>
    element(
      'tr',
      {},
      textIn('th', utc(start), { scope: 'row' }),
      ...failures.map(({ rows }) => textIn('td', figure(rows[at] ?? 0))),
      textIn('td', figure(all[at] ?? 0)),
      textIn('td', figure(successes[at] ?? 0)),
    );
  return element(
    'table',
    {},
    textIn('caption', say('html.table.caption', { bucket: span(bucketMs) })),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        heading(say('html.table.start')),
        ...failures.map((series) => heading(titleOf(series, say))),
        heading(say('html.table.failures')),
        heading(say('html.table.successes')),
      ),
    ),
    element(
      'tbody',
      {},
      ...starts.flatMap((start, at) => ((all[at] ?? 0) + (successes[at] ?? 0) === 0 ? [] : [row(start, at)])),
    ),
  );
};
