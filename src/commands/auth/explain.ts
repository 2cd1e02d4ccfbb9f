import { Messages } from '@salesforce/core';
import { Args } from '@oclif/core';
import { explainAsked, pageOf } from '../../look/explain.ts';
import { explainFlags } from '../../input/explain.ts';
import { readQuestion } from '../../input/question.ts';
import type { Explanation } from '../../model/index.ts';
import { exitCodeSection, exitCodeOfExplanation } from '../../output/exit-codes.ts';
import { renderExplanation, safeExplanation } from '../../output/explanation.ts';
import { ShellCommand } from '../../shell/command.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.explain');

export default class AuthExplain extends ShellCommand<Explanation> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  /** A text that was not quoted comes as many words. */
  public static override readonly strict = false;
  public static override readonly args = {
    what: Args.string({ description: messages.getMessage('args.what.description') }),
  };
  public static override readonly flags = explainFlags(messages);
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'explain');

  public run(): Promise<Explanation> {
    return this.answer(this.parse(AuthExplain), async ({ argv, flags }) => {
      const typed = argv.join(' ');
      if (typed === '-') this.awaitPaste();
      const result = safeExplanation(explainAsked(await readQuestion(typed, flags, process.stdin)), this.redactor);
      const exitCode = exitCodeOfExplanation(result);
      return {
        result,
        exitCode,
        report: (page) =>
          renderExplanation(result, flags['result-format'], {
            ...page,
            exitCode,
            details: flags.details,
            pageOf,
          }),
        file: flags['output-file'],
      };
    });
  }
}
