import { Messages } from '@salesforce/core';
import { SfCommand, toHelpSection } from '@salesforce/sf-plugins-core';
import { diagnoseLogin } from '../../doctor.ts';
import { readStoredLogin, storedLoginNames } from '../../evidence/local/index.ts';
import { diagnoseAsked } from '../../input/default-org.ts';
import { integrationFlags, lookingFlags, outputFlags, screenFlags } from '../../input/flags.ts';
import { readRequest } from '../../input/request.ts';
import type { Given } from '../../input/given.ts';
import { asSfError } from '../../input/trouble.ts';
import { asWrongUsage } from '../../input/usage.ts';
import type { Diagnosis } from '../../model/index.ts';
import { exitCodeHelp, exitCodeOf } from '../../output/exit-codes.ts';
import { writeReport } from '../../output/write-report.ts';
import { readerHere, render } from '../../output/format.ts';
import { safe } from '../../output/safe.ts';
import { wantsColour, widthOf } from '../../output/screen.ts';
import { withoutSecrets } from '../../recognition/secrets.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.doctor');
const words = loadWords();

export default class AuthDoctor extends SfCommand<Diagnosis> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...lookingFlags(messages),
    ...integrationFlags(messages),
    ...outputFlags(messages),
    ...screenFlags(messages),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', exitCodeHelp(words));

  public async run(): Promise<Diagnosis> {
    const { flags } = await this.parse(AuthDoctor).catch(asWrongUsage);
    try {
      const diagnosis = safe(await this.diagnose(flags), flags);
      const file = flags['output-file'];
      const toFile = file !== undefined;
      const page = toFile
        ? { width: widthOf({}, {}), colour: false, words }
        : { width: widthOf(process.stdout, process.env), colour: wantsColour(process.stdout, process.env), words };
      const exitCode = exitCodeOf(diagnosis, flags['fail-on']);
      const brief = flags.details ? {} : { brief: { reader: readerHere(), exitCode, saved: false } };
      const report = render(diagnosis, flags['result-format'], { ...page, ...brief });
      if (toFile) await writeReport(file, report);
      this.log(toFile ? words.text('auth.doctor', 'written', { file }) : report.trimEnd());
      process.exitCode = exitCode;
      return diagnosis;
    } catch (error) {
      throw asSfError(error, words, withoutSecrets);
    }
  }

  private async diagnose(given: Given): Promise<Diagnosis> {
    const store = { read: readStoredLogin, names: storedLoginNames };
    const configuredOrg = this.configAggregator.getPropertyValue<string>('target-org') ?? undefined;
    const { stdin, stderr } = process;
    if (given['error-file'] === '-' && stdin.isTTY) this.logToStderr(messages.getMessage('paste'));
    const asked = await readRequest(given, { store, stdin, now: Date.now(), configuredOrg });
    if (stderr.isTTY) this.spinner.start(messages.getMessage('spinner'));
    const diagnosis = await diagnoseAsked(asked, diagnoseLogin, (org) =>
      this.warn(words.text('auth.doctor', 'default-org-unusable', { org })),
    );
    if (stderr.isTTY) this.spinner.stop();
    return diagnosis;
  }
}
