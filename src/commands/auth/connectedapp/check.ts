import { Messages } from '@salesforce/core';
import { SfCommand, toHelpSection } from '@salesforce/sf-plugins-core';
import { checkAllApps, gatherApp } from '../../../app-check.ts';
import { waitForApp, waitHost, walkAfter } from '../../../app-wait.ts';
import { readStoredLogin, storedLoginNames } from '../../../evidence/local/index.ts';
import { gatherAsked } from '../../../input/app-check/default-org.ts';
import { loginFlags, waitFlags, wantedFlags } from '../../../input/app-check/flags.ts';
import type { CheckGiven } from '../../../input/app-check/given.ts';
import { readAllRequest, readCheckRequest } from '../../../input/app-check/request.ts';
import { lookingFlags, outputFlags } from '../../../input/flags.ts';
import { asSfError } from '../../../input/trouble.ts';
import type { AppCheck, AppCheckResult, WaitResult } from '../../../model/index.ts';
import { exitCodeOfCheck, renderCheck, safeCheck } from '../../../output/check.ts';
import { exitCodeHelp } from '../../../output/exit-codes.ts';
import { writeReport } from '../../../output/write-report.ts';
import { wantsColour, widthOf } from '../../../output/screen.ts';
import { showTries } from '../../../output/waiting.ts';
import { withoutSecrets } from '../../../recognition/index.ts';
import { interruptBy, waitExitCodes } from '../../../waiting/index.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.connectedapp.check');
const words = loadWords();

type Gathering = Awaited<ReturnType<typeof gatherApp>>;
type Asked = Awaited<ReturnType<typeof readCheckRequest>>;

export default class AuthConnectedappCheck extends SfCommand<AppCheckResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...lookingFlags(messages),
    ...loginFlags(messages),
    ...wantedFlags(messages),
    ...waitFlags(messages),
    ...outputFlags(messages),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', {
    ...exitCodeHelp(words),
    [String(waitExitCodes['gave-up'])]: messages.getMessage('exit.gave-up'),
    [String(waitExitCodes.interrupted)]: messages.getMessage('exit.interrupted'),
  });

  public async run(): Promise<AppCheckResult> {
    const { flags } = await this.parse(AuthConnectedappCheck);
    try {
      const check = safeCheck(await this.check(flags), flags);
      const file = flags['output-file'];
      const [stream, env] = file === undefined ? [process.stdout, process.env] : [{}, {}];
      const page = { width: widthOf(stream, env), colour: file === undefined && wantsColour(stream, env), words };
      const report = renderCheck(check, flags['result-format'], page);
      if (file !== undefined) await writeReport(file, report);
      this.log(file === undefined ? report.trimEnd() : words.text('auth.connectedapp.check', 'written', { file }));
      process.exitCode = exitCodeOfCheck(check, flags['fail-on']);
      return check;
    } catch (error) {
      throw asSfError(error, words, withoutSecrets);
    }
  }

  private async check(given: CheckGiven): Promise<AppCheckResult> {
    const configuredOrg = this.configAggregator.getPropertyValue<string>('target-org') ?? undefined;
    if (given.all) return this.spinning(() => checkAllApps(readAllRequest(given, configuredOrg)));
    const store = { read: readStoredLogin, names: storedLoginNames };
    const asked = await readCheckRequest(given, { store, configuredOrg });
    const { wait } = given;
    if (wait === undefined) {
      const { evidence, walk } = await this.gather(asked);
      return walk(evidence);
    }
    waitHost(asked.request);
    // The waiting itself asks and attempts.
    const quiet = { ...asked, request: { ...asked.request, probe: false, attempt: false } };
    return this.waitThenWalk(await this.gather(quiet), asked, { ...given, wait });
  }

  private gather(asked: Asked): Promise<Gathering> {
    return this.spinning(() =>
      gatherAsked(asked, gatherApp, (org) =>
        this.warn(words.text('auth.connectedapp.check', 'default-org-unusable', { org })),
      ),
    );
  }

  /** A gate that time does not open makes waiting useless. */
  private async waitThenWalk(
    gathered: Gathering,
    { request }: Asked,
    given: CheckGiven & { readonly wait: number },
  ): Promise<AppCheck> {
    const before = gathered.walk(gathered.evidence);
    if (before.outcome === 'cause-found') return before;
    return walkAfter(gathered, await this.wait(gathered, request, given), request);
  }

  private async wait(
    gathered: Gathering,
    request: Asked['request'],
    { wait: minutes, stable, 'max-tries': budget }: CheckGiven & { readonly wait: number },
  ): Promise<WaitResult> {
    const host = new URL(waitHost(request)).host;
    const json = this.jsonEnabled();
    const show = showTries({ words, host, minutes, stable, json, log: (line) => this.log(line) });
    const interrupt = interruptBy(process);
    try {
      const { signal } = interrupt;
      const limits = { ...(stable === undefined ? {} : { stable }), ...(budget === undefined ? {} : { budget }) };
      return await waitForApp(request, gathered, { minutes, ...limits, signal, onTry: show.onTry });
    } finally {
      interrupt.release();
      show.end();
    }
  }

  private async spinning<T>(work: () => Promise<T>): Promise<T> {
    const { stderr } = process;
    if (stderr.isTTY) this.spinner.start(messages.getMessage('spinner'));
    try {
      return await work();
    } finally {
      if (stderr.isTTY) this.spinner.stop();
    }
  }
}
