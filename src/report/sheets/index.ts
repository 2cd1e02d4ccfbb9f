import { acrossSheet } from './across-orgs.ts';
import { checkSheet } from './check.ts';
import { comparisonSheet } from './comparison.ts';
import { doctorSheet } from './doctor.ts';
import { explanationSheet } from './explanation.ts';
import { failuresSheet } from './failures.ts';
import { loginsSheet } from './logins-here.ts';
import { overviewSheet } from './overview.ts';
import { whyNotSheet } from './why-not.ts';
import { runbookSheet } from './runbook.ts';
import { previewSheet } from './preview.ts';
import { canSeeSheet, selftestSheet } from './selftest.ts';

export { writers } from '../formats/index.ts';
export type { Sheet } from '../formats/sheet.ts';

/** What each command tells, for every format but the screen. */
export const sheets = {
  across: acrossSheet,
  check: checkSheet,
  comparison: comparisonSheet,
  doctor: doctorSheet,
  explanation: explanationSheet,
  failures: failuresSheet,
  logins: loginsSheet,
  overview: overviewSheet,
  whyNot: whyNotSheet,
  runbook: runbookSheet,
  preview: previewSheet,
  canSee: canSeeSheet,
  selftest: selftestSheet,
} as const;

export type Sheets = typeof sheets;
