import { Messages } from '@salesforce/core';
import { toHelpSection } from '@salesforce/sf-plugins-core';
import { gatherLogin, judgeLogin } from '../../doctor.ts';
import { readStoredLogin, storedLoginNames } from '../../evidence/local/index.ts';
import { forget, keep, lastRun, readEvidence, saveEvidence, tidy } from '../../evidence/saved/index.ts';
import type { Run, Shelf } from '../../evidence/saved/index.ts';
import { lookWithDefault } from '../../input/default-org.ts';
import { checkDoctorFlags } from '../../input/doctor/flag-rules.ts';
import type { Given } from '../../input/doctor/given.ts';
import { readRequest } from '../../input/doctor/request.ts';
import { evidenceFlags, integrationFlags, lookingFlags, outputFlags, screenFlags } from '../../input/flags.ts';
import { exitCodes, valueOf } from '../../model/index.ts';
import type { Diagnosis } from '../../model/index.ts';
import { doctorReport, safeDiagnosis } from '../../output/doctor.ts';
import { exitCodeHelp, exitCodeOf } from '../../output/exit-codes.ts';
import { ShellCommand, type Ending } from '../../shell/command.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.doctor');

/** What `--forget` ends with: whether there was something to remove. */
type Forgotten = { readonly forgotten: boolean };

type Keeping = { readonly 'no-save': boolean };

type Look = { readonly run: Run; readonly saved: boolean; readonly asOf?: string };

/** Evidence of another time. */
const seen = (run: Run): Look => {
  const asOf = valueOf(run.evidence.now);
  return { run, saved: true, ...(asOf === undefined ? {} : { asOf }) };
};

export default class AuthDoctor extends ShellCommand<Diagnosis | Forgotten> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...lookingFlags(messages),
    ...integrationFlags(messages),
    ...outputFlags(messages),
    ...screenFlags(messages),
    ...evidenceFlags(messages),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', exitCodeHelp(loadWords(), 'doctor'));

  public run(): Promise<Diagnosis | Forgotten> {
    return this.answer(this.parse(AuthDoctor), async ({ flags }) => {
      if (flags.forget) return this.forget();
      const { run, ...look } = await this.look(flags);
      const result = safeDiagnosis(judgeLogin(run), flags);
      return {
        result,
        exitCode: exitCodeOf(result, flags['fail-on']),
        report: (page) => doctorReport(result, flags, { ...page, ...look }),
        file: flags['output-file'],
      };
    });
  }

  private get shelf(): Shelf {
    return { dataDir: this.config.dataDir, command: 'auth doctor', now: Date.now() };
  }

  private async forget(): Promise<Ending<Forgotten>> {
    const forgotten = await forget(this.shelf);
    const report = (): string => messages.getMessage(forgotten ? 'forgotten' : 'nothing-to-forget');
    return { result: { forgotten }, exitCode: exitCodes.healthy, report };
  }

  /** What is to be judged: kept from the last run, in a file, or seen now. */
  private async look(given: Given & Keeping): Promise<Look> {
    checkDoctorFlags(given);
    if (given.last === true) return seen(await lastRun(this.shelf));
    if (given.evidence !== undefined) return seen(await readEvidence(given.evidence));
    await tidy(this.shelf);
    const run = await this.gather(given);
    const file = given['save-evidence'];
    if (file !== undefined) await saveEvidence(file, run);
    return { run, saved: !given['no-save'] && (await keep(this.shelf, run)) };
  }

  private async gather(given: Given): Promise<Run> {
    if (given['error-file'] === '-') this.awaitPaste();
    const asked = await readRequest(given, {
      store: { read: readStoredLogin, names: storedLoginNames },
      stdin: process.stdin,
      now: Date.now(),
      configuredOrg: this.defaultOrg,
    });
    return this.spinning(messages.getMessage('spinner'), () =>
      lookWithDefault(asked, gatherLogin, (org) => this.warnOfDefaultOrg(org)),
    );
  }
}
