import { Ansis } from 'ansis';
import type { LoginFailures } from '../../model/index.ts';
import { showDocument, type TerminalOptions } from '../terminal.ts';
import { chartLines } from './chart/terminal.ts';
import { composeFailures } from './compose.ts';

/** The screen. Pure: the same result and options give the same text. Ends with a line break. */
export const failuresScreen = (result: LoginFailures, { width, colour, words }: TerminalOptions): string => {
  const { above, below, clean, say } = composeFailures(result, words);
  const lines = chartLines(clean.chart, { width, colour }, say);
  const ansis = new Ansis(colour ? 1 : 0);
  const title = say('title.chart');
  const chart =
    lines.length === 0 ? [] : [`${[colour ? ansis.bold.underline(title) : title, '', ...lines].join('\n')}\n`];
  return [showDocument(above, { width, colour }), ...chart, showDocument(below, { width, colour })].join('\n');
};
