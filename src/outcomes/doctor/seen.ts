import { answered, gatherLogin, readRun } from '../../look/doctor.ts';
import { storedLogins } from '../../evidence/local/index.ts';
import { keep, lastRun, saveEvidence, tidy, type Run } from '../../evidence/saved/index.ts';
import { answerIn } from '../../input/doctor/answer.ts';
import { checkDoctorFlags } from '../../input/doctor/flag-rules.ts';
import type { Given } from '../../input/doctor/given.ts';
import { readRequest } from '../../input/doctor/request.ts';
import type { LookRequest } from '../../look/look.ts';
import { defined, valueOf } from '../../model/index.ts';
import { redactedRun } from '../../output/evidence.ts';
import type { Shell } from '../../shell/command.ts';
import type { DoctorFlags } from './flags.ts';
import { shelfOf } from './kept.ts';

/** What is to be judged, and whether `--last` can judge it again. */
type Seen = { readonly run: Run; readonly saved: boolean; readonly asOf?: string };

/** Evidence of another time. */
const earlier = (run: Run): Seen => {
  const asOf = valueOf(run.evidence.now);
  return { run, saved: true, ...defined({ asOf }) };
};

/** The flags, made into a request. */
export const requestBy = (shell: Shell, given: Given): Promise<LookRequest> => {
  if (given['error-file'] === '-') shell.awaitPaste();
  return readRequest(given, {
    store: storedLogins,
    stdin: process.stdin,
    now: Date.now(),
    configuredOrg: shell.defaultOrg,
  });
};

const gather = async (shell: Shell, flags: DoctorFlags): Promise<Run> => {
  const request = await requestBy(shell, flags);
  const signal = shell.clock(flags);
  return shell.spinning(shell.words.text('auth.doctor', 'spinner'), () =>
    gatherLogin({ ...request, signal, tell: shell.tell, openBrowser: shell.browse }),
  );
};

/** What is to be judged: kept from the last run, in a file, or seen now. */
export const see = async (shell: Shell, flags: DoctorFlags): Promise<Seen> => {
  checkDoctorFlags(flags);
  const answers = (flags.answer ?? []).map(answerIn);
  const shelf = shelfOf(shell);
  if (flags.last === true) return earlier(answered(await lastRun(shelf), answers));
  if (flags.evidence !== undefined) return earlier(answered(await readRun(flags.evidence), answers));
  await tidy(shelf);
  const run = answered(await gather(shell, flags), answers);
  const file = flags['save-evidence'];
  if (file !== undefined) await saveEvidence(file, flags.redact ? redactedRun(run) : run);
  return { run, saved: !flags['no-save'] && (await keep(shelfOf(shell), run)) };
};
