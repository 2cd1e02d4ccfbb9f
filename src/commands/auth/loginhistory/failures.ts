import { Messages } from '@salesforce/core';
import { SfCommand, toHelpSection } from '@salesforce/sf-plugins-core';
import { alarmFlags, failuresOutputFlags, filterFlags, sourceFlags } from '../../../input/login-failures/flags.ts';
import { readFailuresRequest, type FailuresAsked } from '../../../input/login-failures/request.ts';
import type { FailuresGiven } from '../../../input/login-failures/given.ts';
import { asSfError } from '../../../input/trouble.ts';
import { asWrongUsage } from '../../../input/usage.ts';
import { failuresOfFile, failuresOfOrg, openHistory } from '../../../login-failures.ts';
import type { LoginFailures } from '../../../model/index.ts';
import { brokenPipe } from '../../../output/broken-pipe.ts';
import { exitCodeOfFailures, failuresExitCodeHelp, renderFailures, safeFailures } from '../../../output/failures.ts';
import { writeReport } from '../../../output/write-report.ts';
import { wantsColour, widthOf } from '../../../output/screen.ts';
import { withoutSecrets } from '../../../recognition/secrets.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.loginhistory.failures');
const words = loadWords();

export default class AuthLoginhistoryFailures extends SfCommand<LoginFailures> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...sourceFlags(messages),
    ...filterFlags(messages),
    ...alarmFlags(messages),
    ...failuresOutputFlags(messages),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', failuresExitCodeHelp(words));

  public async run(): Promise<LoginFailures> {
    const started = performance.now();
    const { flags } = await this.parse(AuthLoginhistoryFailures).catch(asWrongUsage);
    const unread = brokenPipe(process.stdout);
    // The code counts that is set by then; following ends by itself.
    if (!flags.follow) unread.addEventListener('abort', () => setImmediate(() => process.exit()));
    try {
      const configuredOrg = this.configAggregator.getPropertyValue<string>('target-org') ?? undefined;
      const asked = readFailuresRequest(flags, { now: Date.now(), json: this.jsonEnabled(), configuredOrg });
      if (flags.follow) return await this.follow(asked, flags, started, unread);
      const result = safeFailures(await this.look(asked, started), flags);
      await this.show(result, flags);
      process.exitCode = exitCodeOfFailures(result);
      return result;
    } catch (error) {
      throw asSfError(error, words, withoutSecrets);
    }
  }

  private async look({ request }: FailuresAsked, started: number): Promise<LoginFailures> {
    const { stdin, stderr } = process;
    const { file, targetOrg = '', apiVersion } = request;
    if (file === '-' && stdin.isTTY) this.logToStderr(messages.getMessage('paste'));
    else if (stderr.isTTY) this.spinner.start(messages.getMessage('spinner'));
    try {
      return file === undefined
        ? await failuresOfOrg(await openHistory(targetOrg, apiVersion), request, started)
        : await failuresOfFile(file, request, started);
    } finally {
      if (stderr.isTTY) this.spinner.stop();
    }
  }

  private async show(result: LoginFailures, flags: FailuresGiven): Promise<void> {
    const file = flags['output-file'];
    const [stream, env] = file === undefined ? [process.stdout, process.env] : [{}, {}];
    const report = renderFailures(result, flags['result-format'], {
      width: widthOf(stream, env),
      colour: file === undefined && wantsColour(stream, env),
      words,
      at: new Date().toISOString(),
    });
    if (file !== undefined) await writeReport(file, report);
    this.log(file === undefined ? report.trimEnd() : words.text('auth.loginhistory.failures', 'written', { file }));
  }

  private async follow(
    asked: FailuresAsked,
    flags: FailuresGiven,
    started: number,
    unread: AbortSignal,
  ): Promise<LoginFailures> {
    const { followFailures } = await import('../../../output/following.ts');
    const { result, exitCode } = await followFailures(asked, flags, {
      started,
      words,
      unread,
      log: (line) => this.log(line),
      show: (shown) => this.show(shown, flags),
    });
    process.exitCode = exitCode;
    if (unread.aborted) process.exit();
    return result;
  }
}
