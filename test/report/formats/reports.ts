import {
  exitCodeOf,
  exitCodeOfCheck,
  exitCodeOfFailures,
  exitCodeOfLogins,
  exitCodeOfOverview,
  thresholds,
} from '../../../src/output/exit-codes.ts';
import { loadWords } from '../../../src/words/index.ts';
import { sheets, type Sheet } from '../../../src/report/sheets/index.ts';
import { checkIn, diagnosisIn, failuresIn, loginsIn, overviewIn, type Reports } from '../../support/written.ts';
import { cases } from '../cases/index.ts';
import { allApps, checks } from '../gates/cases.ts';
import { here, logins, overviews } from '../overview/cases.ts';
import { cases as counted } from '../loginhistory/cases.ts';

const words = loadWords();

/** Machines on which a login fails, none does, and none was tried. */
const machines = {
  failing: logins,
  working: { ...logins, outcome: 'healthy', logins: here.filter(({ state }) => state === 'works') },
  untried: { ...logins, outcome: 'inconclusive', logins: here.filter(({ state }) => state === 'not-tried') },
} as const;

/** One result, as it ends under one threshold. */
export type Told = {
  readonly name: string;
  readonly code: number;
  readonly sheet: Sheet;
  readonly reports: () => Reports;
};

/** Every result that a test of the renderers has, under every threshold. */
export const told: readonly Told[] = [
  ...thresholds.flatMap((failOn) => [
    ...Object.entries(cases).map(([name, one]) => {
      const code = exitCodeOf(one, failOn);
      return {
        name: `doctor ${name}, ${failOn}`,
        code,
        sheet: sheets.doctor(one, code, words),
        reports: () => diagnosisIn(one, code),
      };
    }),
    ...Object.entries({ ...checks, allApps }).map(([name, one]) => {
      const code = exitCodeOfCheck(one, failOn);
      return {
        name: `check ${name}, ${failOn}`,
        code,
        sheet: sheets.check(one, code, words),
        reports: () => checkIn(one, code),
      };
    }),
    ...Object.entries(overviews).map(([name, one]) => {
      const code = exitCodeOfOverview(one, failOn);
      return {
        name: `overview ${name}, ${failOn}`,
        code,
        sheet: sheets.overview(one, code, words),
        reports: () => overviewIn(one, code),
      };
    }),
    ...Object.entries(machines).map(([name, one]) => {
      const code = exitCodeOfLogins(one, failOn);
      return {
        name: `logins ${name}, ${failOn}`,
        code,
        sheet: sheets.logins(one, code, words),
        reports: () => loginsIn(one, code),
      };
    }),
  ]),
  ...Object.entries(counted).map(([name, one]) => {
    const code = exitCodeOfFailures(one);
    return {
      name: `failures ${name}`,
      code,
      sheet: sheets.failures(one, code, words),
      reports: () => failuresIn(one, code),
    };
  }),
];
