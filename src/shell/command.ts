import { SfCommand } from '@salesforce/sf-plugins-core';
import { Trouble } from '../model/index.ts';
import { forPeople } from '../output/for-people.ts';
import { outgoing, outgoingData, outgoingPlain, outgoingSentence } from '../output/outgoing.ts';
import type { Page } from '../output/page.ts';
import { wantsColour, widthOf } from '../output/screen.ts';
import { writeReport } from '../output/write-report.ts';
import { namesByMember, redactor, type Redactor } from '../report/index.ts';
import { loadWords } from '../words/index.ts';
import { brokenPipe } from './broken-pipe.ts';
import { endingBySignal } from './end-signals.ts';
import { openBrowser } from './open-browser.ts';
import { asSfError } from './trouble.ts';
import { wrongUsage } from './wrong-usage.ts';

/** What a command comes to. */
export type Ending<R> = {
  /** What `--json` prints. */
  readonly result: R;
  readonly exitCode: number;
  /** Makes the report; absent where it was shown already. */
  readonly report?: (page: Page) => string | Promise<string>;
  /** Path to write the report to, instead of printing it. */
  readonly file?: string | undefined;
};

/** How long the whole run may take: seconds. */
export type Clocked = { readonly timeout: number };

export type Parsed = { readonly flags: Readonly<Record<string, unknown>> };

/** What every command does alike. A command is its flags, its request and its outcome. */
export abstract class ShellCommand<R extends object> extends SfCommand<R> {
  public readonly words = loadWords();
  /** Given once nobody reads any more what is printed. */
  protected readonly unread = brokenPipe(process.stdout);
  /** Given where pseudonyms are asked for: one for all that this run says. */
  public redactor: Redactor | undefined;
  private decided = false;
  private format: unknown;

  public override async _run<T>(): Promise<T> {
    brokenPipe(process.stderr);
    this.unread.addEventListener('abort', () => setImmediate(() => this.leaveUnread()));
    try {
      return await endingBySignal(
        process,
        () => this.spinner.stop(),
        () => super._run<T>(),
      );
    } catch (error) {
      if (this.decided) throw error;
      // What fails before the command runs has gone through nobody's hands.
      return this.catch(error);
    }
  }

  protected async answer<P extends Parsed>(parsing: Promise<P>, ask: (parsed: P) => Promise<Ending<R>>): Promise<R> {
    const parsed = await parsing.catch((error: unknown) => {
      throw wrongUsage(error, this.argv, this.words);
    });
    if (parsed.flags.redact === true) this.redactor = this.redactorOf(parsed.flags);
    this.format = parsed.flags['result-format'];
    const { result, exitCode, report, file } = await ask(parsed);
    if (report !== undefined) await this.show(report, file);
    process.exitCode = exitCode;
    this.decided = true;
    this.leaveUnread();
    return result;
  }

  /** The org that the CLI looks in where none is named. */
  public get defaultOrg(): string | undefined {
    return this.configAggregator.getPropertyValue<string>('target-org') ?? undefined;
  }

  /** Starts the clock of the run: everything that is sent is given up when it stops. */
  public clock({ timeout }: Clocked): AbortSignal {
    return AbortSignal.timeout(timeout * 1000);
  }

  /** Tells a person at a keyboard that we wait for a text. */
  public awaitPaste(text: string = this.words.text('shell', 'paste')): void {
    if (process.stdin.isTTY) this.logToStderr(text);
  }

  /** Tells a person something at once, with `--json` too. */
  public readonly tell = (text: string): void => {
    process.stderr.write(`${this.clean(text)}\n`);
  };

  /** Sends a person to an address. It is shown as it is where no browser opens: nobody can go to a pseudonym. */
  public readonly browse = async (url: string): Promise<void> => {
    this.tell(this.words.text('shell', 'browser.opens'));
    if (await openBrowser(url, process.env)) return;
    process.stderr.write(`${this.words.text('shell', 'browser.by-hand')}\n${url}\n`);
  };

  /** Prints what is no report. */
  public readonly say = (text: string): void => this.log(this.clean(text));

  /** A text that is no report, as it may be shown. */
  public readonly clean = (text: string): string => outgoingSentence(this.pseudonymous(text));

  public async spinning<T>(text: string, work: () => Promise<T>): Promise<T> {
    if (!process.stderr.isTTY) return work();
    this.spinner.start(this.clean(text));
    const done = await work();
    this.spinner.stop();
    return done;
  }

  public async show(report: NonNullable<Ending<R>['report']>, file?: string): Promise<void> {
    const { words } = this;
    if (file === undefined) {
      // With `--json` nobody would see it.
      if (this.jsonEnabled()) return;
      const { stdout, env } = process;
      const page = { words, width: widthOf(stdout, env), colour: wantsColour(stdout, env) };
      this.log(forPeople(await report(page), this.format, page).trimEnd());
      return;
    }
    const page = { words, width: widthOf({}, {}), colour: false };
    await writeReport(file, outgoingPlain(forPeople(await report(page), this.format, page)));
    // Whoever typed the file's name must find it again: no pseudonym for it.
    this.log(words.text('shell', 'written', { file }));
  }

  public override log(message = '', ...args: unknown[]): void {
    super.log(outgoing(message), ...args);
  }

  public override logToStderr(message = '', ...args: unknown[]): void {
    super.logToStderr(outgoing(message), ...args);
  }

  public override logJson(json: unknown): void {
    super.logJson(outgoingData(json));
  }

  public override warn(input: SfCommand.Warning): SfCommand.Warning {
    return super.warn(typeof input === 'string' ? this.clean(input) : input);
  }

  protected override catch(error: unknown): Promise<never> {
    this.decided = true;
    if (error instanceof Trouble) this.redactor?.learn(namesByMember(error.values));
    return super.catch(asSfError(error, this.words, this.clean));
  }

  /** Knows from the start whom and what the flags name. */
  private redactorOf(flags: object): Redactor {
    return redactor(namesByMember({ ...flags, org: this.defaultOrg }));
  }

  private pseudonymous(text: string): string {
    return this.redactor?.text(text) ?? text;
  }

  /** The exit code counts, also where nobody reads the report. */
  private leaveUnread(): void {
    if (this.decided && this.unread.aborted) process.exit();
  }
}

/** What an outcome uses of the command that runs. */
export type Shell = Pick<
  ShellCommand<object>,
  | 'awaitPaste'
  | 'browse'
  | 'clean'
  | 'clock'
  | 'config'
  | 'defaultOrg'
  | 'jsonEnabled'
  | 'logToStderr'
  | 'redactor'
  | 'say'
  | 'show'
  | 'spinner'
  | 'spinning'
  | 'tell'
  | 'words'
>;
