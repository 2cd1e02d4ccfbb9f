import { compareSides, lookIntoBoth } from '../../look/compare.ts';
import { storedLogins } from '../../evidence/local/index.ts';
import { checkComparison } from '../../input/doctor/compare.ts';
import { defined, type DoctorResult } from '../../model/index.ts';
import { comparisonReport, safeSides } from '../../output/comparison.ts';
import { tellable } from '../../output/evidence.ts';
import { exitCodeOfComparison } from '../../output/exit-codes.ts';
import type { Ending, Shell } from '../../shell/command.ts';
import type { DoctorFlags } from './flags.ts';
import { requestBy } from './seen.ts';

/** The same login in another org: only what differs. */
export const compareOrgs = async (shell: Shell, flags: DoctorFlags, compare: string): Promise<Ending<DoctorResult>> => {
  await checkComparison({ ...flags, compare }, storedLogins);
  const started = performance.now();
  const request = await requestBy(shell, flags);
  const other = { name: compare, ...defined({ username: flags['compare-username'] }) };
  const sides = await shell.spinning(shell.words.text('auth.doctor', 'spinner'), () =>
    lookIntoBoth(
      { ...request, signal: shell.clock(flags), tell: shell.tell },
      other,
      flags.redact ? tellable : undefined,
    ),
  );
  const [target, compared] = safeSides(sides, shell.redactor);
  const result = compareSides(target, compared, Math.round(performance.now() - started));
  const exitCode = exitCodeOfComparison(result, flags['fail-on']);
  return {
    result,
    exitCode,
    report: (page) => comparisonReport(result, flags['result-format'], exitCode, page),
    file: flags['output-file'],
  };
};
