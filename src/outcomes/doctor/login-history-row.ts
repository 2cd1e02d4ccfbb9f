import { readLoginHistoryId } from '../../input/doctor/login-history-id.ts';
import type { DoctorResult } from '../../model/index.ts';
import { failedLogin } from '../../look/one-event.ts';
import type { Ending, Shell } from '../../shell/command.ts';
import type { DoctorFlags } from './flags.ts';
import { diagnoseOne } from './one-login.ts';

/** The failed login of one row of Login History. */
export const diagnoseRow = async (shell: Shell, flags: DoctorFlags, typed: string): Promise<Ending<DoctorResult>> => {
  const id = readLoginHistoryId(typed);
  const { 'target-org': org = '', 'api-version': apiVersion } = flags;
  const signal = shell.clock(flags);
  const login = await shell.spinning(shell.words.text('auth.doctor', 'spinner'), () =>
    failedLogin({ id, org, apiVersion, signal }),
  );
  return diagnoseOne(shell, { ...flags, ...login });
};
