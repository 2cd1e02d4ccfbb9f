import { withLocalTime } from '../report/index.ts';
import type { Page } from './page.ts';

/** Formats that people read, and whether their lines have a width. What a machine reads has times in UTC alone. */
const wide: Readonly<Record<string, boolean>> = { human: true, markdown: false, html: false };

/** The time zone of this machine, as in the database of time zones. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The finished report with the time of this machine beside the first time in it, where people read it. `format`: as its flag has it. */
export const forPeople = (report: string, format: unknown, { words, width }: Page): string => {
  const hasWidth = wide[String(format)];
  if (hasWidth === undefined) return report;
  const wall = { now: new Date().toISOString(), zone: zoneHere() };
  return withLocalTime(report, wall, { words, width: hasWidth ? width : Infinity });
};
