import { Messages } from '@salesforce/core';
import { toHelpSection } from '@salesforce/sf-plugins-core';
import { alarmFlags, failuresOutputFlags, filterFlags, sourceFlags } from '../../../input/loginhistory/flags.ts';
import type { FailuresGiven } from '../../../input/loginhistory/given.ts';
import { readFailuresRequest, type FailuresAsked } from '../../../input/loginhistory/request.ts';
import { failuresOfFile, failuresOfOrg, openHistory } from '../../../loginhistory.ts';
import type { LoginFailures, RequestList } from '../../../model/index.ts';
import { exitCodeHelp, exitCodeOfFailures } from '../../../output/exit-codes.ts';
import { renderFailures, safeFailures } from '../../../output/loginhistory.ts';
import type { Page } from '../../../output/page.ts';
import type { Ending } from '../../../shell/command.ts';
import { SendingCommand } from '../../../shell/sending-command.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.loginhistory.failures');

/** The report on a result. */
const reportOn =
  (result: LoginFailures, flags: FailuresGiven) =>
  (page: Page): string | Promise<string> =>
    renderFailures(result, flags['result-format'], page, new Date().toISOString(), flags);

export default class AuthLoginhistoryFailures extends SendingCommand<LoginFailures> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...sourceFlags(messages),
    ...filterFlags(messages),
    ...alarmFlags(messages),
    ...failuresOutputFlags(messages),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', exitCodeHelp(loadWords(), 'failures'));

  public run(): Promise<LoginFailures | RequestList> {
    const started = performance.now();
    return this.answer(this.parse(AuthLoginhistoryFailures), async ({ flags }) => {
      const { defaultOrg: configuredOrg } = this;
      const asked = readFailuresRequest(flags, { now: Date.now(), json: this.jsonEnabled(), configuredOrg });
      if (flags.follow) return this.follow(asked, flags, started);
      const result = safeFailures(await this.look(asked, started, this.clock(flags)), this.redactor);
      const report = reportOn(result, flags);
      return { result, exitCode: exitCodeOfFailures(result), report, file: flags['output-file'] };
    });
  }

  private look({ request }: FailuresAsked, started: number, signal: AbortSignal): Promise<LoginFailures> {
    const { file, targetOrg = '', apiVersion } = request;
    const failures = async (): Promise<LoginFailures> =>
      file === undefined
        ? failuresOfOrg(await openHistory(targetOrg, apiVersion, { signal }), request, started)
        : failuresOfFile(file, request, started);
    if (file !== '-' || !process.stdin.isTTY) return this.spinning(messages.getMessage('spinner'), failures);
    this.awaitPaste(messages.getMessage('paste'));
    return failures();
  }

  private async follow(asked: FailuresAsked, flags: FailuresGiven, started: number): Promise<Ending<LoginFailures>> {
    const { followFailures } = await import('../../../output/following.ts');
    return followFailures(asked, flags, {
      started,
      words: this.words,
      unread: this.unread,
      by: this.redactor,
      log: (line) => this.log(line),
      show: (shown) => this.show(reportOn(shown, flags)),
    });
  }
}
