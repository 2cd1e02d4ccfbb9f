import { sheets, writers, type Sheet } from '../../src/report/sheets/index.ts';
import {
  endOf,
  exitCodeOf,
  exitCodeOfCheck,
  exitCodeOfComparison,
  exitCodeOfFailures,
  exitCodeOfLogins,
  exitCodeOfOverview,
} from '../../src/output/exit-codes.ts';
import type { SheetFormat } from '../../src/output/formats.ts';
import type {
  AppCheckResult,
  Comparison,
  Diagnosis,
  LoginFailures,
  LoginsHere,
  Overview,
} from '../../src/model/index.ts';
import { loadWords, type Words } from '../../src/words/index.ts';

const real = loadWords();
const at = '2026-11-23T03:00:05.000Z';

/** A report in every format but the screen. */
export type Reports = Readonly<Record<SheetFormat, string>>;

const all = (sheet: Sheet, end: ReturnType<typeof endOf>): Reports => {
  const write = (format: SheetFormat): string => writers[format](sheet, { ...end, at });
  return {
    markdown: write('markdown'),
    html: write('html'),
    json: write('json'),
    csv: write('csv'),
    junit: write('junit'),
    sarif: write('sarif'),
    github: write('github'),
    gitlab: write('gitlab'),
    openmetrics: write('openmetrics'),
  };
};

export const diagnosisIn = (
  diagnosis: Diagnosis,
  code = exitCodeOf(diagnosis, 'blocks'),
  words: Words = real,
): Reports => all(sheets.doctor(diagnosis, code, words), endOf(words, 'doctor', code));

export const checkIn = (check: AppCheckResult, code = exitCodeOfCheck(check, 'blocks'), words: Words = real): Reports =>
  all(sheets.check(check, code, words), endOf(words, 'check', code));

export const failuresIn = (result: LoginFailures, code = exitCodeOfFailures(result), words: Words = real): Reports =>
  all(sheets.failures(result, code, words), endOf(words, 'failures', code));

export const overviewIn = (overview: Overview, code = exitCodeOfOverview(overview, 'blocks')): Reports =>
  all(sheets.overview(overview, code, real), endOf(real, 'doctor', code));

export const loginsIn = (logins: LoginsHere, code = exitCodeOfLogins(logins, 'blocks')): Reports =>
  all(sheets.logins(logins, code, real), endOf(real, 'doctor', code));

export const comparisonIn = (comparison: Comparison, code = exitCodeOfComparison(comparison, 'blocks')): Reports =>
  all(sheets.comparison(comparison, code, real), endOf(real, 'doctor', code));
