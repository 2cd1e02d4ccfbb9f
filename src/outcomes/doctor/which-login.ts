import { picked, subjectOf, type TextInOrg } from '../../input/doctor/overview.ts';
import { Trouble, Unsent, type DoctorResult, type LoginFailures, type Overview } from '../../model/index.ts';
import { overviewReport } from '../../output/doctor.ts';
import { exitCodeOfOverview } from '../../output/exit-codes.ts';
import { safeFailures } from '../../output/loginhistory.ts';
import { failingIn, fitting, overviewOf } from '../../look/overview.ts';
import { askNumber, canAsk } from '../../shell/ask-number.ts';
import type { Ending, Shell } from '../../shell/command.ts';
import type { DoctorFlags } from './flags.ts';
import { diagnoseOne } from './one-login.ts';
import { diagnoseStored } from './stored-logins.ts';

/** What cannot be told is left out; what is not sent ends the run. */
const unlessUnsent = (error: unknown): undefined => {
  if (error instanceof Unsent) throw error;
  return undefined;
};

const failing = (shell: Shell, org: string, flags: DoctorFlags): Promise<LoginFailures> =>
  shell.spinning(shell.words.text('auth.doctor', 'spinner'), () =>
    failingIn(org, flags['api-version'], shell.clock(flags)),
  );

/** Whether somebody can be asked which login of a list is meant. */
const asks = (shell: Shell, flags: DoctorFlags, { failing: logins }: Overview): boolean =>
  flags['output-file'] === undefined &&
  flags['result-format'] === 'human' &&
  !shell.jsonEnabled() &&
  logins.length > 0 &&
  canAsk();

/** A list of logins that fail: one is picked by a flag, or at a terminal. */
const choose = async (shell: Shell, flags: DoctorFlags, failures: LoginFailures): Promise<Ending<DoctorResult>> => {
  const diagnose = (number: number): Promise<Ending<DoctorResult>> =>
    diagnoseOne(shell, { ...flags, ...subjectOf(picked(overviewOf(failures), number)) });
  const result = overviewOf(safeFailures(failures, shell.redactor));
  if (flags.pick !== undefined) return diagnose(flags.pick);
  const exitCode = exitCodeOfOverview(result, flags['fail-on']);
  const report: NonNullable<Ending<DoctorResult>['report']> = (page) =>
    overviewReport(result, flags['result-format'], exitCode, page);
  if (!asks(shell, flags, result)) return { result, exitCode, report, file: flags['output-file'] };
  await shell.show(report);
  const count = result.failing.length;
  const number = await askNumber(shell.words.text('auth.doctor', 'which', { count }), count);
  return number === undefined ? { result, exitCode } : diagnose(number);
};

/** Which login is meant: of those that fail in the org, or of those stored on this machine. */
export const askWhich = async (shell: Shell, flags: DoctorFlags): Promise<Ending<DoctorResult>> => {
  const org = flags['target-org'];
  if (flags.bundle !== undefined && flags.pick === undefined) throw new Trouble('nothing-given');
  return org === undefined ? diagnoseStored(shell, flags) : choose(shell, flags, await failing(shell, org, flags));
};

/** Whose text it is: where one login alone fails so in the org, that one; where several do, which of them. */
export const askWhose = async (shell: Shell, flags: DoctorFlags & TextInOrg): Promise<Ending<DoctorResult>> => {
  const failures = await failing(shell, flags['target-org'], flags).catch(unlessUnsent);
  const able = failures && fitting(failures, flags.error);
  const [one, ...more] = able === undefined ? [] : overviewOf(able).failing;
  if (able === undefined || one === undefined) return diagnoseOne(shell, flags);
  if (more.length > 0) return choose(shell, flags, able);
  const { username: user = '-', app = '-' } = subjectOf(one);
  if (!flags.redact) shell.logToStderr(shell.words.text('auth.doctor', 'only', { user, app }));
  return diagnoseOne(shell, { ...flags, ...subjectOf(one) });
};
