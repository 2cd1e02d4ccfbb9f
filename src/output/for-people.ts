import { withLocalTime } from '../report/index.ts';
import type { Page } from './page.ts';

/** Formats that people read, and whether their lines have a width. What a machine reads has times in UTC alone. */
const wide: Readonly<Record<string, boolean>> = { human: true, markdown: false, html: false };

/** The finished report with the time of this machine beside the first time in it, where people read it. `format`: as its flag has it. */
export const forPeople = (report: string, format: unknown, { words, width }: Page): string => {
  const hasWidth = wide[String(format)];
  if (hasWidth === undefined) return report;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wall = { now: new Date().toISOString(), zone };
  return withLocalTime(report, wall, { words, width: hasWidth ? width : Infinity });
};
