import { Messages } from '@salesforce/core';
import { Args } from '@oclif/core';
import { Flags, SfCommand, toHelpSection } from '@salesforce/sf-plugins-core';
import { explainAsked } from '../../explain.ts';
import { readQuestion } from '../../input/question.ts';
import { asSfError } from '../../input/trouble.ts';
import { flows } from '../../model/index.ts';
import type { Explanation, Flow } from '../../model/index.ts';
import { exitCodeHelp, exitCodeOfExplanation, exitCodes } from '../../output/exit-codes.ts';
import { wantsColour, widthOf } from '../../output/screen.ts';
import { withoutSecrets } from '../../recognition/index.ts';
import { composeExplanation, mapStrings, showDocument } from '../../report/index.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.explain');
const words = loadWords();

/** Only what a person gave can hold a secret. */
const clean = (explanation: Explanation): Explanation =>
  explanation.about === 'text'
    ? { ...explanation, refusals: mapStrings(explanation.refusals, withoutSecrets) }
    : explanation;

export default class AuthExplain extends SfCommand<Explanation> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  /** A text that was not quoted comes as many words. */
  public static override readonly strict = false;
  public static override readonly args = {
    what: Args.string({ description: messages.getMessage('args.what.description') }),
  };
  public static override readonly flags = {
    list: Flags.boolean({ char: 'l', summary: messages.getMessage('flags.list.summary') }),
    flow: Flags.custom<Flow>({ summary: messages.getMessage('flags.flow.summary'), options: flows })(),
  };
  public static override readonly errorCodes = toHelpSection('ERROR CODES', {
    ...exitCodeHelp(words),
    [String(exitCodes.healthy)]: words.text('explain', 'exit.explained'),
  });

  public async run(): Promise<Explanation> {
    const { argv, flags } = await this.parse(AuthExplain);
    try {
      const typed = argv.join(' ');
      const { stdin, stdout } = process;
      if (typed === '-' && stdin.isTTY) this.logToStderr(messages.getMessage('paste'));
      const explanation = clean(explainAsked(await readQuestion(typed, flags, stdin)));
      const screen = { width: widthOf(stdout, process.env), colour: wantsColour(stdout, process.env) };
      this.log(showDocument(composeExplanation(explanation, words), screen).trimEnd());
      process.exitCode = exitCodeOfExplanation(explanation);
      return explanation;
    } catch (error) {
      throw asSfError(error, words, withoutSecrets);
    }
  }
}
