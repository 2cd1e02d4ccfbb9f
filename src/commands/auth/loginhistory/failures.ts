import { Messages } from '@salesforce/core';
import { lookAcross } from '../../../look/across-orgs.ts';
import { alarmFlags, failuresOutputFlags, filterFlags, sourceFlags } from '../../../input/loginhistory/flags.ts';
import { clash } from '../../../input/flag-rules.ts';
import type { FailuresGiven } from '../../../input/loginhistory/given.ts';
import { readFailuresRequest, type FailuresAsked } from '../../../input/loginhistory/request.ts';
import { readTargetOrgs } from '../../../input/target-orgs.ts';
import { failuresOfFile, failuresOfOrg, openHistory } from '../../../look/loginhistory.ts';
import type { FailuresResult, LoginFailures, RequestList } from '../../../model/index.ts';
import { endingAcross, type Each } from '../../../output/across-orgs.ts';
import { exitCodeSection, exitCodeOfFailures } from '../../../output/exit-codes.ts';
import { renderFailures, safeFailures } from '../../../output/loginhistory.ts';
import type { Page } from '../../../output/page.ts';
import type { Clocked, Ending } from '../../../shell/command.ts';
import { SendingCommand } from '../../../shell/sending-command.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.loginhistory.failures');

/** The report on a result. */
const reportOn =
  (result: LoginFailures, flags: FailuresGiven) =>
  (page: Page): string | Promise<string> =>
    renderFailures(result, flags['result-format'], page, new Date().toISOString(), flags);

export default class AuthLoginhistoryFailures extends SendingCommand<FailuresResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...sourceFlags(messages),
    ...filterFlags(messages),
    ...alarmFlags(messages),
    ...failuresOutputFlags(messages),
  };
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'failures');

  public run(): Promise<FailuresResult | RequestList> {
    const started = performance.now();
    return this.answer(this.parse(AuthLoginhistoryFailures), async ({ flags: typed }) => {
      const { defaultOrg: configuredOrg } = this;
      const [targetOrg, ...more] = await readTargetOrgs(typed['target-org']);
      const flags = { ...typed, 'target-org': targetOrg };
      const asked = readFailuresRequest(flags, { now: Date.now(), json: this.jsonEnabled(), configuredOrg });
      if (targetOrg !== undefined && more.length > 0) return this.lookIntoOrgs([targetOrg, ...more], asked, flags);
      if (flags.follow) return this.follow(asked, flags, started);
      const result = safeFailures(await this.look(asked, started, this.clock(flags)), this.redactor);
      const report = reportOn(result, flags);
      return { result, exitCode: exitCodeOfFailures(result), report, file: flags['output-file'] };
    });
  }

  /** The failures of several orgs, in one table. */
  private async lookIntoOrgs(
    names: readonly string[],
    { request }: FailuresAsked,
    flags: FailuresGiven & Clocked,
  ): Promise<Ending<FailuresResult>> {
    if (flags.follow) throw clash('--follow', messages.getMessage('several-orgs'));
    const signal = this.clock(flags);
    const answered = await this.spinning(messages.getMessage('spinner'), () =>
      lookAcross(names, async (targetOrg) =>
        failuresOfOrg(
          await openHistory(targetOrg, request.apiVersion, { signal }),
          { ...request, targetOrg },
          performance.now(),
        ),
      ),
    );
    const each: Each<LoginFailures> = {
      safe: (failures) => safeFailures(failures, this.redactor),
      exitCodeOf: exitCodeOfFailures,
      sheetOf: (sheets, failures, exitCode, words) => sheets.failures(failures, exitCode, words),
      command: { name: 'failures', typed: 'sf auth loginhistory failures', again: 'sf auth loginhistory failures' },
    };
    return endingAcross(answered, each, flags, this.redactor);
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
