import type { Diagnosis } from '../model/index.ts';
import { renderMarkdown, renderTerminal } from '../report/index.ts';
import type { Words } from '../words/index.ts';

export const formats = ['human', 'markdown'] as const;

export type Format = (typeof formats)[number];

type Page = { readonly width: number; readonly colour: boolean; readonly words: Words };

/** The report in one of the formats; `--json` prints the diagnosis itself. */
export const render = (diagnosis: Diagnosis, format: Format, page: Page): string =>
  format === 'markdown' ? renderMarkdown(diagnosis, page.words) : renderTerminal(diagnosis, page);
