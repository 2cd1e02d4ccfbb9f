import { Messages } from '@salesforce/core';
import { toHelpSection } from '@salesforce/sf-plugins-core';
import { compareSides, lookIntoBoth } from '../../compare.ts';
import { answered, explainStanding, gatherLogin, judgeLogin, readRun } from '../../doctor.ts';
import { readStoredLogin, storedLoginNames } from '../../evidence/local/index.ts';
import { forget, keep, lastRun, saveEvidence, tidy } from '../../evidence/saved/index.ts';
import type { Run, Shelf } from '../../evidence/saved/index.ts';
import { failedLogin } from '../../one-event.ts';
import { failingIn, fitting, loginsHere, overviewOf } from '../../overview.ts';
import { checkComparison } from '../../input/doctor/compare.ts';
import { readLoginHistoryId } from '../../input/doctor/login-history-id.ts';
import { checkDoctorFlags } from '../../input/doctor/flag-rules.ts';
import { requestForStored } from '../../input/doctor/every.ts';
import type { Given } from '../../input/doctor/given.ts';
import { isTextInOrg, namesNoLogin, picked, subjectOf, type TextInOrg } from '../../input/doctor/overview.ts';
import { readRequest } from '../../input/doctor/request.ts';
import {
  compareFlags,
  evidenceFlags,
  integrationFlags,
  lookingFlags,
  outputFlags,
  screenFlags,
} from '../../input/flags.ts';
import type { LookRequest } from '../../look.ts';
import { defined, exitCodes, Trouble, Unsent, valueOf } from '../../model/index.ts';
import type { DoctorResult, Forgotten, LoginFailures, RequestList } from '../../model/index.ts';
import { askedBy, bundleOf } from '../../output/bundle.ts';
import { comparisonReport, safeSides } from '../../output/comparison.ts';
import {
  doctorReport,
  loginsReport,
  overviewReport,
  safeDiagnosis,
  safeLogins,
  safeWhyNot,
  whyNotReport,
  type Wanted,
} from '../../output/doctor.ts';
import { namesIn, redactedRun, tellable } from '../../output/evidence.ts';
import {
  exitCodeHelp,
  exitCodeOf,
  exitCodeOfComparison,
  exitCodeOfLogins,
  exitCodeOfOverview,
} from '../../output/exit-codes.ts';
import { safeFailures } from '../../output/loginhistory.ts';
import type { Page } from '../../output/page.ts';
import { askNumber, canAsk } from '../../shell/ask-number.ts';
import type { Clocked, Ending } from '../../shell/command.ts';
import { SendingCommand } from '../../shell/sending-command.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.doctor');

/** What cannot be told is left out; what is not sent ends the run. */
const unlessUnsent = (error: unknown): undefined => {
  if (error instanceof Unsent) throw error;
  return undefined;
};

type Keeping = { readonly 'no-save': boolean; readonly redact: boolean };

/** The flags, as far as this command itself reads them. */
type DoctorFlags = Clocked &
  Given &
  Keeping &
  Wanted & {
    readonly pick?: number | undefined;
    /** The flags that were given. */
    readonly asked: readonly string[];
    readonly bundle?: string | undefined;
    readonly 'login-history-id'?: string | undefined;
    readonly compare?: string | undefined;
    readonly 'compare-username'?: string | undefined;
    readonly 'why-not'?: string | undefined;
    readonly 'output-file'?: string | undefined;
  };

type Look = { readonly run: Run; readonly saved: boolean; readonly asOf?: string };

/** Evidence of another time, with what was answered since. */
const seen = (saved: Run, { answer }: Given): Look => {
  const run = answered(saved, answer);
  const asOf = valueOf(run.evidence.now);
  return { run, saved: true, ...defined({ asOf }) };
};

export default class AuthDoctor extends SendingCommand<DoctorResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...lookingFlags(messages),
    ...integrationFlags(messages),
    ...compareFlags(messages),
    ...outputFlags(messages),
    ...screenFlags(messages),
    ...evidenceFlags(messages),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', exitCodeHelp(loadWords(), 'doctor'));

  public run(): Promise<DoctorResult | RequestList> {
    return this.answer(this.parse(AuthDoctor), async ({ flags: given, metadata }) => {
      const isDefault = (name: string): boolean => metadata.flags[name]?.setFromDefault === true;
      const flags = { ...given, asked: askedBy(given, AuthDoctor.flags, isDefault) };
      if (flags.forget) return this.forget();
      if (flags.compare !== undefined) return this.compare({ ...flags, compare: flags.compare });
      const id = flags['login-history-id'];
      if (id !== undefined) return this.diagnoseRow(flags, readLoginHistoryId(id));
      if (namesNoLogin(flags)) return this.ask(flags);
      return isTextInOrg(flags) ? this.askWhose(flags) : this.diagnose(flags);
    });
  }

  private async diagnose(flags: DoctorFlags): Promise<Ending<DoctorResult>> {
    const { run: seen, ...look } = await this.look(flags);
    if (flags.bundle !== undefined) await this.bundle(flags.bundle, seen, flags.asked);
    const run = flags.redact ? tellable(seen) : seen;
    const result = safeDiagnosis(judgeLogin(run), this.redactor, namesIn(run));
    const [exitCode, file, cause] = [exitCodeOf(result, flags['fail-on']), flags['output-file'], flags['why-not']];
    if (cause === undefined)
      return { result, exitCode, report: (page) => doctorReport(result, flags, { ...page, ...look }), file };
    const found = safeWhyNot(explainStanding(cause, run), this.redactor);
    const report = (page: Page) => whyNotReport(found, flags['result-format'], exitCode, page);
    return { result: found, exitCode, report, file };
  }

  /** What a stranger needs to judge it again. */
  private async bundle(file: string, run: Run, asked: readonly string[]): Promise<void> {
    const { name, version, platform, arch, plugins } = this.config;
    const versions = {
      plugin: plugins.get('sf-plugin-auth-doctor')?.version ?? version,
      cli: `${name}/${version}`,
      node: process.version,
      platform: `${platform}-${arch}`,
    };
    await saveEvidence(file, bundleOf(run, { versions, asked }));
    this.logToStderr(messages.getMessage('bundled', [file]));
  }

  /** The failed login of one row of Login History. */
  private async diagnoseRow(flags: DoctorFlags, id: string): Promise<Ending<DoctorResult>> {
    const { 'target-org': org = '', 'api-version': apiVersion } = flags;
    const signal = this.clock(flags);
    const login = await this.spinning(messages.getMessage('spinner'), () =>
      failedLogin({ id, org, apiVersion, signal }),
    );
    return this.diagnose({ ...flags, ...login });
  }

  /** The same login in another org: only what differs. */
  private async compare(flags: DoctorFlags & { readonly compare: string }): Promise<Ending<DoctorResult>> {
    await checkComparison(flags, this.store);
    const started = performance.now();
    const request = await this.request(flags);
    const other = { name: flags.compare, ...defined({ username: flags['compare-username'] }) };
    const sides = await this.spinning(messages.getMessage('spinner'), () =>
      lookIntoBoth(
        { ...request, signal: this.clock(flags), tell: this.tell },
        other,
        flags.redact ? tellable : undefined,
      ),
    );
    const [target, compared] = safeSides(sides, this.redactor);
    const result = compareSides(target, compared, Math.round(performance.now() - started));
    const exitCode = exitCodeOfComparison(result, flags['fail-on']);
    return {
      result,
      exitCode,
      report: (page) => comparisonReport(result, flags['result-format'], exitCode, page),
      file: flags['output-file'],
    };
  }

  /** Which login is meant: of those that fail in the org, or of those stored on this machine. */
  private async ask(flags: DoctorFlags): Promise<Ending<DoctorResult>> {
    const org = flags['target-org'];
    if (flags.bundle !== undefined && flags.pick === undefined) throw new Trouble('nothing-given');
    return org === undefined ? this.listLogins(flags) : this.choose(flags, await this.failing(org, flags));
  }

  /** Whose text it is: where one login alone fails so in the org, that one; where several do, which of them. */
  private async askWhose(flags: DoctorFlags & TextInOrg): Promise<Ending<DoctorResult>> {
    const failures = await this.failing(flags['target-org'], flags).catch(unlessUnsent);
    const able = failures && fitting(failures, flags.error);
    const [one, ...more] = able === undefined ? [] : overviewOf(able).failing;
    if (able === undefined || one === undefined) return this.diagnose(flags);
    if (more.length > 0) return this.choose(flags, able);
    const subject = subjectOf(one);
    if (!flags.redact) this.logToStderr(messages.getMessage('only', [subject.username ?? '-', subject.app ?? '-']));
    return this.diagnose({ ...flags, ...subject });
  }

  private failing(org: string, flags: DoctorFlags): Promise<LoginFailures> {
    return this.spinning(messages.getMessage('spinner'), () => failingIn(org, flags['api-version'], this.clock(flags)));
  }

  /** A list of logins that fail: one is picked by a flag, or at a terminal. */
  private async choose(flags: DoctorFlags, failures: LoginFailures): Promise<Ending<DoctorResult>> {
    const result = overviewOf(safeFailures(failures, this.redactor));
    const exitCode = exitCodeOfOverview(result, flags['fail-on']);
    const report = (page: Page): string | Promise<string> =>
      overviewReport(result, flags['result-format'], exitCode, page);
    const file = flags['output-file'];
    const asks =
      flags.pick === undefined &&
      file === undefined &&
      flags['result-format'] === 'human' &&
      !this.jsonEnabled() &&
      result.failing.length > 0;
    if (asks && canAsk()) {
      await this.show(report);
      const question = messages.getMessage('which', [result.failing.length]);
      const number = await askNumber(question, result.failing.length);
      if (number === undefined) return { result, exitCode };
      return this.diagnose({ ...flags, ...subjectOf(picked(overviewOf(failures), number)) });
    }
    if (flags.pick === undefined) return { result, exitCode, report, file };
    return this.diagnose({ ...flags, ...subjectOf(picked(overviewOf(failures), flags.pick)) });
  }

  /** Every login of this machine, each diagnosed by itself. */
  private async listLogins(flags: DoctorFlags): Promise<Ending<DoctorResult>> {
    const logins = await loginsHere();
    if (logins.length === 0) throw new Trouble('no-login-here');
    const { diagnoseEvery } = await import('../../every-login.ts');
    const every = {
      requestFor: requestForStored(flags),
      attempt: flags.attempt,
      signal: this.clock(flags),
      onDone: (done: number, all: number) => {
        this.spinner.status = messages.getMessage('progress', [done, all]);
      },
    };
    const found = await this.spinning(messages.getMessage('spinner'), () => diagnoseEvery(logins, every));
    const result = safeLogins(found, this.redactor);
    const exitCode = exitCodeOfLogins(result, flags['fail-on']);
    return {
      result,
      exitCode,
      report: (page) => loginsReport(result, flags['result-format'], exitCode, page),
      file: flags['output-file'],
    };
  }

  private readonly store = { read: readStoredLogin, names: storedLoginNames };

  private get shelf(): Shelf {
    return { dataDir: this.config.dataDir, command: 'auth doctor', now: Date.now() };
  }

  private async forget(): Promise<Ending<Forgotten>> {
    const forgotten = await forget(this.shelf);
    const report = (): string => messages.getMessage(forgotten ? 'forgotten' : 'nothing-to-forget');
    return { result: { forgotten }, exitCode: exitCodes.healthy, report };
  }

  /** What is to be judged: kept from the last run, in a file, or seen now. */
  private async look(given: Given & Clocked & Keeping): Promise<Look> {
    checkDoctorFlags(given);
    if (given.last === true) return seen(await lastRun(this.shelf), given);
    if (given.evidence !== undefined) return seen(await readRun(given.evidence), given);
    await tidy(this.shelf);
    const run = await this.gather(given);
    const file = given['save-evidence'];
    if (file !== undefined) await saveEvidence(file, given.redact ? redactedRun(run) : run);
    return { run, saved: !given['no-save'] && (await keep(this.shelf, run)) };
  }

  private async gather(given: Given & Clocked): Promise<Run> {
    const request = await this.request(given);
    const signal = this.clock(given);
    return this.spinning(messages.getMessage('spinner'), () => gatherLogin({ ...request, signal, tell: this.tell }));
  }

  private request(given: Given): Promise<LookRequest> {
    if (given['error-file'] === '-') this.awaitPaste();
    return readRequest(given, {
      store: this.store,
      stdin: process.stdin,
      now: Date.now(),
      configuredOrg: this.defaultOrg,
    });
  }
}
