import { Messages } from '@salesforce/core';
import { toHelpSection } from '@salesforce/sf-plugins-core';
import { lookAcross } from '../../../across-orgs.ts';
import { checkAllApps, gatherApp } from '../../../app-check.ts';
import { waitForApp, waitHost, walkAfter } from '../../../app-wait.ts';
import { readStoredLogin, storedLoginNames } from '../../../evidence/local/index.ts';
import { loginFlags, waitFlags, wantedFlags } from '../../../input/app-check/flags.ts';
import type { CheckGiven } from '../../../input/app-check/given.ts';
import { readAllRequest, readCheckRequest } from '../../../input/app-check/request.ts';
import { lookingFlags, outputFlags, screenFlags } from '../../../input/flags.ts';
import { readTargetOrgs, targetOrgsFlag } from '../../../input/target-orgs.ts';
import type { LookRequest } from '../../../look.ts';
import { defined, Trouble } from '../../../model/index.ts';
import type {
  AllAppsCheck,
  AppCheck,
  AppCheckResult,
  CheckResult,
  RequestList,
  WaitResult,
} from '../../../model/index.ts';
import { endingAcross, type Each } from '../../../output/across-orgs.ts';
import { renderCheck, safeCheck, withVerdict } from '../../../output/app-check.ts';
import { tellable } from '../../../output/evidence.ts';
import { exitCodeHelp, exitCodeOfCheck, type Threshold } from '../../../output/exit-codes.ts';
import type { Format } from '../../../output/formats.ts';
import { showTries } from '../../../output/waiting.ts';
import type { Clocked, Ending } from '../../../shell/command.ts';
import { SendingCommand } from '../../../shell/sending-command.ts';
import { interruptBy } from '../../../waiting/index.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.connectedapp.check');

type Gathering = Awaited<ReturnType<typeof gatherApp>>;
type Given = CheckGiven & Clocked & { readonly redact: boolean };
type Reported = Given & {
  readonly 'fail-on': Threshold;
  readonly 'result-format': Format;
  readonly 'output-file'?: string | undefined;
};
type Waiting = Given & { readonly wait: number };

export default class AuthConnectedappCheck extends SendingCommand<CheckResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...lookingFlags(messages),
    ...loginFlags(messages),
    ...wantedFlags(messages),
    ...waitFlags(messages),
    ...outputFlags(messages),
    ...screenFlags(messages),
    'target-org': targetOrgsFlag(messages),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', exitCodeHelp(loadWords(), 'check'));

  public run(): Promise<CheckResult | RequestList> {
    return this.answer(this.parse(AuthConnectedappCheck), async ({ flags }) => {
      const [targetOrg, ...more] = await readTargetOrgs(flags['target-org']);
      const given = { ...flags, 'target-org': targetOrg };
      if (targetOrg !== undefined && more.length > 0) return this.checkOrgs([targetOrg, ...more], given);
      const result = safeCheck(withVerdict(await this.check(given), this.words), this.redactor);
      const exitCode = exitCodeOfCheck(result, flags['fail-on']);
      return {
        result,
        exitCode,
        report: (page) => renderCheck(result, flags['result-format'], { ...page, exitCode, details: flags.details }),
        file: flags['output-file'],
      };
    });
  }

  /** Every app of several orgs, in one table. */
  private async checkOrgs(names: readonly string[], given: Reported): Promise<Ending<CheckResult>> {
    if (!given.all) throw new Trouble('several-orgs');
    const signal = this.clock(given);
    const answered = await this.spinning(messages.getMessage('spinner'), () =>
      lookAcross(names, (name) => checkAllApps({ ...readAllRequest({ ...given, 'target-org': name }, name), signal })),
    );
    const each: Each<AllAppsCheck> = {
      safe: (check) => safeCheck(check, this.redactor),
      exitCodeOf: (check) => exitCodeOfCheck(check, given['fail-on']),
      sheetOf: (sheets, check, exitCode, words) => sheets.check(check, exitCode, words),
      command: { name: 'check', typed: 'sf auth connectedapp check', again: 'sf auth connectedapp check --all' },
    };
    return endingAcross(answered, each, given, this.redactor);
  }

  private async check(given: Given): Promise<AppCheckResult> {
    const { defaultOrg: configuredOrg } = this;
    if (given.all) {
      const request = readAllRequest(given, configuredOrg);
      const signal = this.clock(given);
      return this.spinning(messages.getMessage('spinner'), () => checkAllApps({ ...request, signal }));
    }
    const store = { read: readStoredLogin, names: storedLoginNames };
    const request = await readCheckRequest(given, { store, stdin: process.stdin, configuredOrg });
    const { wait } = given;
    if (wait === undefined) {
      const { evidence, walk } = await this.gather(request, given);
      return walk(evidence);
    }
    waitHost(request);
    // The waiting itself asks and attempts.
    const quiet = { ...request, probe: false, attempt: false };
    return this.waitThenWalk(await this.gather(quiet, given), request, { ...given, wait });
  }

  private async gather(request: LookRequest, given: Given): Promise<Gathering> {
    const signal = this.clock(given);
    const gathered = await this.spinning(messages.getMessage('spinner'), () =>
      gatherApp({ ...request, signal, tell: this.tell }),
    );
    return given.redact ? tellable(gathered) : gathered;
  }

  /** A gate that time does not open makes waiting useless. */
  private async waitThenWalk(gathered: Gathering, request: LookRequest, given: Waiting): Promise<AppCheck> {
    const before = gathered.walk(gathered.evidence);
    if (before.outcome === 'cause-found') return before;
    return walkAfter(gathered, await this.wait(gathered, request, given), request);
  }

  private async wait(
    gathered: Gathering,
    request: LookRequest,
    { wait: minutes, stable, 'max-tries': budget, redact }: Waiting,
  ): Promise<WaitResult> {
    const host = new URL(waitHost(request)).host;
    const json = this.jsonEnabled();
    const { words, say: log, clean } = this;
    const show = showTries({ words, host, minutes, stable, json, redact, log, clean });
    const interrupt = interruptBy(process);
    try {
      const { signal } = interrupt;
      const limits = defined({ stable, budget });
      return await waitForApp(request, gathered, { minutes, ...limits, signal, onTry: show.onTry });
    } finally {
      interrupt.release();
      show.end();
    }
  }
}
