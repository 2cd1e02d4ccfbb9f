import { setImmediate as nextTurn } from 'node:timers/promises';
import { exitCodes, Unsent, type RequestList, type RequestOut, type WithSent } from '../model/index.ts';
import { openJournal } from '../oauth/index.ts';
import { furtherOf, renderRequestList, renderSent, safeRequestList, safeSent } from '../output/requests.ts';
import { redactor, type Redactor } from '../report/index.ts';
import { ShellCommand, type Ending, type Parsed } from './command.ts';

const withSent = <T extends object>(result: T, sent: readonly RequestOut[]): T & WithSent => ({ ...result, sent });

/** What every command that sends requests does alike: it can say what it would send instead, and what it has sent. */
export abstract class SendingCommand<R extends object> extends ShellCommand<R | RequestList> {
  /** Whether its report goes to strangers: then nothing in it may name the org, the list of requests neither. */
  protected readonly goesOut: boolean = false;

  protected override answer<P extends Parsed>(
    parsing: Promise<P>,
    ask: (parsed: P) => Promise<Ending<R | RequestList>>,
  ): Promise<R | RequestList> {
    return super.answer(parsing, (parsed) =>
      parsed.flags.requests === true ? this.list(parsed, ask) : this.watched(parsed, ask),
    );
  }

  /** What the run would send. */
  private async list<P extends Parsed>(
    parsed: P,
    ask: (parsed: P) => Promise<Ending<R | RequestList>>,
  ): Promise<Ending<RequestList>> {
    const { flags } = parsed;
    const journal = openJournal({ mayLeave: false });
    try {
      await journal.watch(() => ask(parsed));
    } catch (error) {
      if (!(error instanceof Unsent)) throw error;
    }
    // What travels side by side with the first that was held is written down within the same turn.
    await nextTurn();
    this.spinner.stop();
    const { requests } = journal;
    const further = furtherOf(requests, flags);
    const result = safeRequestList({ schemaVersion: 1, requests, further }, this.hider);
    return { result, exitCode: exitCodes.healthy, report: (page) => renderRequestList(result, page) };
  }

  /** The run, with what it has sent at the end of its full screen, or in its data. */
  private async watched<P extends Parsed>(
    parsed: P,
    ask: (parsed: P) => Promise<Ending<R | RequestList>>,
  ): Promise<Ending<R | RequestList>> {
    const { flags } = parsed;
    const { requests, watch } = openJournal({ mayLeave: true });
    const ending = await watch(() => ask(parsed));
    if (flags.details !== true) return ending;
    if (this.jsonEnabled()) return { ...ending, result: withSent(ending.result, safeSent(requests, this.hider)) };
    return flags['result-format'] === 'human' ? { ...ending, report: this.endingIn(requests, ending.report) } : ending;
  }

  private endingIn(requests: readonly RequestOut[], report: Ending<R>['report']): NonNullable<Ending<R>['report']> {
    return async (page) => {
      const sent = renderSent(requests, this.hider, page);
      return report === undefined ? `\n${sent}` : `${(await report(page)).trimEnd()}\n\n${sent}`;
    };
  }

  private get hider(): Redactor | undefined {
    return this.redactor ?? (this.goesOut ? redactor() : undefined);
  }
}
