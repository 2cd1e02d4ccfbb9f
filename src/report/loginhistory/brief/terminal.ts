import type { LoginFailures } from '../../../model/index.ts';
import { showGroups } from '../../brief/terminal.ts';
import { sayFrom } from '../../say.ts';
import { chartLines } from '../chart/terminal.ts';
import { composeFailuresBrief } from './compose.ts';
import type { FailuresPage } from './page.ts';

export type FailuresBriefOptions = FailuresPage & {
  readonly colour: boolean;
  /** The large chart below it. */
  readonly chart: boolean;
};

/** The short screen. Pure: the same result and options give the same text. Ends with a line break. */
export const failuresBrief = (result: LoginFailures, { colour, chart, ...page }: FailuresBriefOptions): string => {
  const screen = showGroups(composeFailuresBrief(result, page), colour);
  if (!chart) return screen;
  const lines = chartLines(result.chart, { width: page.width, colour }, sayFrom(page.words, 'loginhistory'));
  return lines.length === 0 ? screen : `${screen}\n${lines.join('\n')}\n`;
};
