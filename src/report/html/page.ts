import { sayFrom } from '../say.ts';
import type { Sheet, Written } from '../formats/sheet.ts';
import { utc } from '../time.ts';
import { documentHtml } from './document.ts';
import { element, textIn } from './escape.ts';
import { style } from './style.ts';

/** Nothing may be loaded and nothing may run, whatever stands in a report. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One file that holds everything: no script, no request. */
export const htmlPage = ({ title, command, document }: Sheet, { words, exit, at }: Written): string => {
  const say = sayFrom(words, 'formats');
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }).replace('</meta>', ''),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    textIn('title', title),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    textIn('h1', title),
    textIn('p', say('exit', exit), { class: 'outcome' }),
    documentHtml(document),
    textIn('p', say('html.made', { command, at: utc(at) }), { class: 'quiet' }),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
};
