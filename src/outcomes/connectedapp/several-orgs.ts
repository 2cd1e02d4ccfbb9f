import { lookAcross } from '../../look/across-orgs.ts';
import { acceptInAll, checkAllApps } from '../../look/app-check.ts';
import { readBaseline } from '../../input/baseline.ts';
import { readAllRequest } from '../../input/app-check/request.ts';
import { Trouble, type AllAppsCheck, type CheckResult } from '../../model/index.ts';
import { endingAcross, type Each } from '../../output/across-orgs.ts';
import { safeCheck } from '../../output/app-check.ts';
import { exitCodeOfCheck } from '../../output/exit-codes.ts';
import type { Ending, Shell } from '../../shell/command.ts';
import type { CheckFlags } from './flags.ts';

/** Every app of several orgs, in one table. */
export const checkOrgs = async (
  shell: Shell,
  names: readonly string[],
  flags: CheckFlags,
): Promise<Ending<CheckResult>> => {
  if (!flags.all) throw new Trouble('several-orgs');
  const by = { baseline: await readBaseline(flags.baseline), now: new Date().toISOString() };
  const signal = shell.clock(flags);
  const answered = await shell.spinning(shell.words.text('auth.connectedapp.check', 'spinner'), () =>
    lookAcross(names, async (name) =>
      acceptInAll(await checkAllApps({ ...readAllRequest({ ...flags, 'target-org': name }, name), signal }), by),
    ),
  );
  const each: Each<AllAppsCheck> = {
    safe: (check) => safeCheck(check, shell.redactor),
    exitCodeOf: (check) => exitCodeOfCheck(check, flags['fail-on']),
    sheetOf: (sheets, check, exitCode, words) => sheets.check(check, exitCode, words),
    command: { name: 'check', typed: 'sf auth connectedapp check', again: 'sf auth connectedapp check --all' },
  };
  return endingAcross(answered, each, flags, shell.redactor);
};
