import { readBaseline } from '../../input/baseline.ts';
import { requestForStored } from '../../input/doctor/every.ts';
import { acceptLater } from '../../look/doctor.ts';
import { Trouble, type LoginsHere } from '../../model/index.ts';
import { loginsReport, safeLogins } from '../../output/doctor.ts';
import { exitCodeOfLogins } from '../../output/exit-codes.ts';
import { loginsHere } from '../../look/overview.ts';
import type { Ending, Shell } from '../../shell/command.ts';
import type { DoctorFlags } from './flags.ts';

/** Every login of this machine, each diagnosed by itself. */
export const diagnoseStored = async (shell: Shell, flags: DoctorFlags): Promise<Ending<LoginsHere>> => {
  const { words, spinner } = shell;
  const baseline = await readBaseline(flags.baseline);
  const logins = await loginsHere();
  if (logins.length === 0) throw new Trouble('no-login-here');
  const { diagnoseEvery } = await import('../../look/every-login.ts');
  const every = {
    requestFor: requestForStored(flags),
    attempt: flags.attempt,
    signal: shell.clock(flags),
    onDone: (done: number, all: number) => {
      spinner.status = words.text('auth.doctor', 'progress', { done, all });
    },
  };
  const found = await shell.spinning(words.text('auth.doctor', 'spinner'), () => diagnoseEvery(logins, every));
  const now = new Date().toISOString();
  const judged = found.logins.map((one) => ({ ...one, diagnosis: acceptLater(one.diagnosis, baseline, now) }));
  const result = safeLogins({ ...found, logins: judged }, shell.redactor);
  const exitCode = exitCodeOfLogins(result, flags['fail-on']);
  return {
    result,
    exitCode,
    report: (page) => loginsReport(result, flags['result-format'], exitCode, page),
    file: flags['output-file'],
  };
};
