import type { Diagnosis } from '../model/index.ts';
import { renderBrief, renderMarkdown, renderTerminal } from '../report/index.ts';
import type { Reader } from '../report/index.ts';
import type { Words } from '../words/index.ts';
import { exitCodeHelp } from './exit-codes.ts';

export const formats = ['human', 'markdown'] as const;

export type Format = (typeof formats)[number];

type Page = {
  readonly width: number;
  readonly colour: boolean;
  readonly words: Words;
  /** For the short screen; absent: the full one. */
  readonly brief?: BriefOptions;
};

/** What a person who reads the short screen wants to know besides. */
type BriefOptions = {
  readonly reader: Reader;
  readonly exitCode: number;
  /** Whether `--last` can judge this run again. */
  readonly saved: boolean;
};

/** The report in one of the formats; `--json` prints the diagnosis itself. */
export const render = (diagnosis: Diagnosis, format: Format, { brief, ...page }: Page): string => {
  if (format === 'markdown') return renderMarkdown(diagnosis, page.words);
  if (brief === undefined) return renderTerminal(diagnosis, page);
  const { exitCode, ...told } = brief;
  const exit = { code: exitCode, meaning: exitCodeHelp(page.words)[String(exitCode)] ?? '' };
  return renderBrief(diagnosis, { ...page, ...told, exit });
};

/** Who reads on this machine, at this moment. */
export const readerHere = (): Reader => ({
  now: new Date().toISOString(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
