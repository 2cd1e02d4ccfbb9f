import { htmlPage } from '../html/page.ts';
import { mapStrings } from '../map-strings.ts';
import { showPage } from '../markdown.ts';
import { plain } from '../printable.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { judgementCsv } from './judgement-csv.ts';
import { junit } from './junit.ts';
import { exposition } from './openmetrics.ts';
import { sarif } from './sarif.ts';
import type { Sheet, Written } from './sheet.ts';

/** Every format but the screen. */
export const writers = {
  markdown: ({ title, document }: Sheet): string => showPage(title, document),
  html: (sheet: Sheet, written: Written): string => htmlPage(sheet, written),
  json: ({ data }: Sheet): string => `${JSON.stringify(mapStrings(data, plain), undefined, 2)}\n`,
  csv: (sheet: Sheet, written: Written): string => sheet.csv ?? judgementCsv(sheet, written),
  junit,
  sarif,
  github,
  gitlab,
  openmetrics: ({ metrics }: Sheet): string => exposition(metrics),
} as const satisfies Readonly<Record<string, (sheet: Sheet, written: Written) => string>>;
