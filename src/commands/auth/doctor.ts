import { Messages } from '@salesforce/core';
import { SfCommand, toHelpSection } from '@salesforce/sf-plugins-core';
import { gatherLogin, judgeLogin } from '../../doctor.ts';
import { readStoredLogin, storedLoginNames } from '../../evidence/local/index.ts';
import { forget, keep, lastRun, readEvidence, saveEvidence, tidy } from '../../evidence/saved/index.ts';
import type { Run, Shelf } from '../../evidence/saved/index.ts';
import { checkFlags } from '../../input/check.ts';
import { diagnoseAsked } from '../../input/default-org.ts';
import { evidenceFlags, integrationFlags, lookingFlags, outputFlags, screenFlags } from '../../input/flags.ts';
import { readRequest } from '../../input/request.ts';
import type { Given } from '../../input/given.ts';
import { asSfError } from '../../input/trouble.ts';
import { asWrongUsage } from '../../input/usage.ts';
import { valueOf } from '../../model/index.ts';
import type { Diagnosis } from '../../model/index.ts';
import { exitCodeHelp, exitCodeOf } from '../../output/exit-codes.ts';
import { writeReport } from '../../output/write-report.ts';
import { doctorReport } from '../../output/doctor.ts';
import { safe } from '../../output/safe.ts';
import { wantsColour, widthOf } from '../../output/screen.ts';
import { withoutSecrets } from '../../recognition/secrets.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.doctor');
const words = loadWords();

/** What `--forget` ends with: whether there was something to remove. */
type Forgotten = { readonly forgotten: boolean };

type Keeping = { readonly 'no-save': boolean };

type Look = { readonly run: Run; readonly saved: boolean; readonly asOf?: string };

/** Evidence of another time. */
const seen = (run: Run): Look => {
  const asOf = valueOf(run.evidence.now);
  return { run, saved: true, ...(asOf === undefined ? {} : { asOf }) };
};

export default class AuthDoctor extends SfCommand<Diagnosis | Forgotten> {
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
  public static override readonly errorCodes = toHelpSection('ERROR CODES', exitCodeHelp(words));

  public async run(): Promise<Diagnosis | Forgotten> {
    const { flags } = await this.parse(AuthDoctor).catch(asWrongUsage);
    try {
      if (flags.forget) return await this.forget();
      const look = await this.look(flags);
      const diagnosis = safe(judgeLogin(look.run), flags);
      const file = flags['output-file'];
      const [stream, env] = file === undefined ? [process.stdout, process.env] : [{}, {}];
      const page = { width: widthOf(stream, env), colour: file === undefined && wantsColour(stream, env), words };
      const report = doctorReport(diagnosis, flags, { ...page, ...look });
      if (file !== undefined) await writeReport(file, report);
      this.log(file === undefined ? report.trimEnd() : words.text('auth.doctor', 'written', { file }));
      process.exitCode = exitCodeOf(diagnosis, flags['fail-on']);
      return diagnosis;
    } catch (error) {
      throw asSfError(error, words, withoutSecrets);
    }
  }

  private get shelf(): Shelf {
    return { dataDir: this.config.dataDir, command: 'auth doctor', now: Date.now() };
  }

  private async forget(): Promise<Forgotten> {
    const forgotten = await forget(this.shelf);
    this.log(messages.getMessage(forgotten ? 'forgotten' : 'nothing-to-forget'));
    return { forgotten };
  }

  /** What is to be judged: kept from the last run, in a file, or seen now. */
  private async look(given: Given & Keeping): Promise<Look> {
    checkFlags(given);
    if (given.last === true) return seen(await lastRun(this.shelf));
    if (given.evidence !== undefined) return seen(await readEvidence(given.evidence));
    await tidy(this.shelf);
    const run = await this.gather(given);
    const file = given['save-evidence'];
    if (file !== undefined) await saveEvidence(file, run);
    return { run, saved: !given['no-save'] && (await keep(this.shelf, run)) };
  }

  private async gather(given: Given): Promise<Run> {
    const store = { read: readStoredLogin, names: storedLoginNames };
    const configuredOrg = this.configAggregator.getPropertyValue<string>('target-org') ?? undefined;
    const { stdin, stderr } = process;
    if (given['error-file'] === '-' && stdin.isTTY) this.logToStderr(messages.getMessage('paste'));
    const asked = await readRequest(given, { store, stdin, now: Date.now(), configuredOrg });
    if (stderr.isTTY) this.spinner.start(messages.getMessage('spinner'));
    const run = await diagnoseAsked(asked, gatherLogin, (org) =>
      this.warn(words.text('auth.doctor', 'default-org-unusable', { org })),
    );
    if (stderr.isTTY) this.spinner.stop();
    return run;
  }
}
