import { acceptLater, explainStanding, judgeLogin } from '../../look/doctor.ts';
import { readBaseline } from '../../input/baseline.ts';
import { saveEvidence, type Run } from '../../evidence/saved/index.ts';
import { valueOf, type DoctorResult } from '../../model/index.ts';
import { bundleOf } from '../../output/bundle.ts';
import { doctorReport, safeDiagnosis, safeWhyNot, whyNotReport } from '../../output/doctor.ts';
import { namesIn, tellable } from '../../output/evidence.ts';
import { exitCodeOf } from '../../output/exit-codes.ts';
import type { Ending, Shell } from '../../shell/command.ts';
import type { DoctorFlags } from './flags.ts';
import { see } from './seen.ts';

/** `--bundle`: what a stranger needs to judge it again. */
const writeBundle = async (shell: Shell, file: string, run: Run, asked: readonly string[]): Promise<void> => {
  const { name, version, platform, arch, plugins } = shell.config;
  const versions = {
    plugin: plugins.get('sf-plugin-auth-doctor')?.version ?? version,
    cli: `${name}/${version}`,
    node: process.version,
    platform: `${platform}-${arch}`,
  };
  await saveEvidence(file, bundleOf(run, { versions, asked }));
  shell.logToStderr(shell.words.text('auth.doctor', 'bundled', { file }));
};

/** One login's diagnosis, or how one cause stands in it. */
export const diagnoseOne = async (shell: Shell, flags: DoctorFlags): Promise<Ending<DoctorResult>> => {
  const baseline = await readBaseline(flags.baseline);
  const { run: seen, ...look } = await see(shell, flags);
  if (flags.bundle !== undefined) await writeBundle(shell, flags.bundle, seen, flags.asked);
  const run = flags.redact ? tellable(seen) : seen;
  const now = valueOf(run.evidence.now) ?? new Date().toISOString();
  const judged = acceptLater(judgeLogin(run), baseline, now);
  const result = safeDiagnosis(judged, shell.redactor, namesIn(run));
  const [exitCode, file, cause] = [exitCodeOf(result, flags['fail-on']), flags['output-file'], flags['why-not']];
  if (cause === undefined) {
    const report = doctorReport(result, flags, shell.words);
    return { result, exitCode, report: (page) => report({ ...page, ...look }), file };
  }
  const found = safeWhyNot(explainStanding(cause, run), shell.redactor);
  return {
    result: found,
    exitCode,
    report: (page) => whyNotReport(found, flags['result-format'], exitCode, page),
    file,
  };
};
