import type { LoginFailures } from '../../../model/index.ts';
import type { Words } from '../../../words/index.ts';
import { utc } from '../../time.ts';
import { composeFailures } from '../compose.ts';
import { documentHtml } from './document.ts';
import { element, textIn } from './escape.ts';
import { style } from './style.ts';
import { legendList, svgChart } from './svg.ts';
import { chartTable } from './table.ts';

/** Nothing may be loaded and nothing may run, whatever stands in the rows. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One file that holds everything: no script, no request. `at`: when it was made (UTC, ISO 8601). */
export const failuresHtml = (result: LoginFailures, at: string, words: Words): string => {
  const { above, below, clean, say } = composeFailures(result, words);
  const title = say('title.report');
  const { chart } = clean;
  const drawn = chart.successes.some((count) => count > 0) || chart.failures.length > 0;
  const figure = drawn
    ? [
        element(
          'section',
          {},
          textIn('h2', say('title.chart')),
          element('figure', {}, svgChart(chart, say), element('figcaption', {}, legendList(chart, say))),
        ),
      ]
    : [];
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }).replace('</meta>', ''),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    textIn('title', title),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    textIn('h1', title),
    textIn('p', say(`outcome.${clean.outcome}`), { class: 'outcome' }),
    documentHtml(above),
    ...figure,
    documentHtml(below),
    ...(drawn
      ? [element('details', { open: '' }, textIn('summary', say('html.numbers')), chartTable(chart, say))]
      : []),
    textIn('p', say('html.made', { at: utc(at) }), { class: 'quiet' }),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
};
