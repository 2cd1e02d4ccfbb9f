import type { Chart } from '../../../model/index.ts';
import { scrolling } from '../../html/document.ts';
import { element, textIn } from '../../html/escape.ts';
import type { Say } from '../../say.ts';
import { legendList, svgChart } from './svg.ts';
import { chartTable } from './table.ts';

/** The chart, what its patterns mean, and every number of it. */
export const figureHtml = (chart: Chart, say: Say): string =>
  [
    element(
      'figure',
      { class: 'chart' },
      scrolling(say('html.chart.title'), svgChart(chart, say)),
      element('figcaption', {}, legendList(chart, say)),
    ),
    element(
      'details',
      { open: '' },
      textIn('summary', say('html.numbers')),
      scrolling(say('html.numbers'), chartTable(chart, say)),
    ),
  ].join('\n');
