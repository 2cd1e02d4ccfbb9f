import type { Chart } from '../../../model/index.ts';
import type { Say } from '../../say.ts';
import { span, utc } from '../../time.ts';
import { glyphOf, rowsOf, timeLabel, titleOf, totals } from '../chart/legend.ts';
import { countOf, failures, figure } from '../numbers.ts';
import { element, textIn } from '../../html/escape.ts';
import { colourOf } from '../../html/style.ts';

const width = 600;
const left = 52;
const right = 8;
const top = 12;
const barsHeight = 220;
const okHeight = 48;
const gap = 18;
const bottom = 26;
const height = top + barsHeight + gap + okHeight + bottom;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** What is drawn over a colour, so that prints and eyes without colours tell the causes apart. */
const patterns: readonly string[] = [
  '',
  '<path d="M0 8L8 0" stroke="#fff" stroke-width="1.6"/>',
  '<circle cx="4" cy="4" r="1.6" fill="#fff"/>',
  '<path d="M0 4H8" stroke="#fff" stroke-width="1.6"/>',
  '<path d="M4 0V8" stroke="#fff" stroke-width="1.6"/>',
  '<path d="M0 0L8 8" stroke="#fff" stroke-width="1.6"/>',
  '<path d="M0 4H8M4 0V8" stroke="#fff" stroke-width="1.2"/>',
  '<path d="M0 0L8 8M0 8L8 0" stroke="#fff" stroke-width="1.2"/>',
];

const patternId = (series: number): string => `cause-${series + 1}`;

const definition = (series: number): string =>
  `<pattern id="${patternId(series)}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colourOf(series)}"/>${patterns[series % patterns.length] ?? ''}</pattern>`;

const columnOf = (count: number): number => (width - left - right) / Math.max(1, count);

const rect = (x: number, y: number, w: number, h: number, fill: string, title: string): string =>
  element(
    'rect',
    { x: rounded(x), y: rounded(y), width: rounded(w), height: rounded(h), fill },
    textIn('title', title),
  );

const bars = (chart: Chart, highest: number, say: Say): readonly string[] => {
  const column = columnOf(chart.starts.length);
  return chart.starts.flatMap((start, at) => {
    let y = top + barsHeight;
    return chart.failures.flatMap((series, index) => {
      const count = series.rows[at] ?? 0;
      if (count === 0) return [];
      const h = Math.max(1, (count / highest) * barsHeight);
      y -= h;
      const title = `${utc(start)}: ${titleOf(series, say)}: ${figure(count)}`;
      return [rect(left + at * column, y, Math.max(1, column * 0.86), h, `url(#${patternId(index)})`, title)];
    });
  });
};

const okBars = ({ starts, successes }: Chart, most: number, say: Say): readonly string[] => {
  const column = columnOf(starts.length);
  const floor = top + barsHeight + gap + okHeight;
  return starts.flatMap((start, at) => {
    const count = successes[at] ?? 0;
    if (count === 0) return [];
    const h = Math.max(1, (count / most) * okHeight);
    const title = `${utc(start)}: ${countOf(say, 'successes', count)}`;
    return [rect(left + at * column, floor - h, Math.max(1, column * 0.86), h, 'var(--ok)', title)];
  });
};

const line = (y: number): string =>
  `<line x1="${left}" y1="${y}" x2="${width - right}" y2="${y}" stroke="var(--line)" stroke-width="1"/>`;

const label = (x: number, y: number, text: string, anchor: 'start' | 'end'): string =>
  textIn('text', text, { x: rounded(x), y: rounded(y), 'text-anchor': anchor });

/** About seven times along the axis. */
const axis = ({ starts, bucketMs }: Chart): readonly string[] => {
  const every = Math.max(1, Math.ceil(starts.length / 7));
  return starts.flatMap((start, at) =>
    at % every === 0
      ? [label(left + at * columnOf(starts.length), height - 8, timeLabel(start, bucketMs), 'start')]
      : [],
  );
};

const swatch = (series: number): string =>
  `<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><rect width="16" height="16" fill="url(#${patternId(series)})"/></svg>`;

const description = (chart: Chart, highest: number, say: Say): string => {
  const all = totals(chart);
  const peak = chart.starts[all.indexOf(highest)] ?? chart.starts[0] ?? '';
  const last = chart.starts.at(-1) ?? '';
  const end = last === '' ? '' : new Date(Date.parse(last) + chart.bucketMs).toISOString();
  return say('html.chart.desc', {
    failures: failures(
      say,
      all.reduce((sum, count) => sum + count, 0),
    ),
    successes: countOf(
      say,
      'successes',
      chart.successes.reduce((sum, count) => sum + count, 0),
    ),
    from: utc(chart.starts[0] ?? ''),
    to: utc(end),
    bucket: span(chart.bucketMs),
    most: failures(say, highest),
    peak: utc(peak),
  });
};

/** The chart of the terminal as SVG: failures stacked by cause, successes below, with a title and a description. */
export const svgChart = (chart: Chart, say: Say): string => {
  const highest = Math.max(0, ...totals(chart));
  const most = Math.max(0, ...chart.successes);
  const floor = top + barsHeight;
  return element(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'chart-title chart-desc' },
    textIn('title', say('html.chart.title'), { id: 'chart-title' }),
    textIn('desc', description(chart, highest, say), { id: 'chart-desc' }),
    element('defs', {}, ...chart.failures.map((_series, at) => definition(at))),
    line(floor),
    line(floor + gap + okHeight),
    label(left - 8, top + 10, figure(highest), 'end'),
    label(left - 8, floor, '0', 'end'),
    label(left - 8, floor + gap + 10, figure(most), 'end'),
    label(left - 8, floor + gap + okHeight, 'ok', 'end'),
    ...bars(chart, highest, say),
    ...okBars(chart, most, say),
    ...axis(chart),
  );
};

export const legendList = ({ failures: series }: Chart, say: Say): string =>
  element(
    'ul',
    { class: 'legend' },
    ...series.map((one, at) =>
      element(
        'li',
        {},
        swatch(at),
        textIn('span', say('chart.series', { title: titleOf(one, say), rows: failures(say, rowsOf(one)) }), {
          'data-sign': glyphOf(at),
        }),
      ),
    ),
  );
