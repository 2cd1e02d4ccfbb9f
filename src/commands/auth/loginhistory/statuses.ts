import { Messages } from '@salesforce/core';
import { statusesFlags } from '../../../input/loginhistory/statuses.ts';
import { exitCodes } from '../../../model/index.ts';
import type { LoginStatuses } from '../../../model/index.ts';
import { exitCodeSection } from '../../../output/exit-codes.ts';
import { renderStatuses } from '../../../output/warehouse.ts';
import { ShellCommand } from '../../../shell/command.ts';
import { loginStatuses } from '../../../look/warehouse.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.loginhistory.statuses');

export default class AuthLoginhistoryStatuses extends ShellCommand<LoginStatuses> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = statusesFlags(messages);
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'statuses');

  public run(): Promise<LoginStatuses> {
    return this.answer(this.parse(AuthLoginhistoryStatuses), ({ flags }) => {
      const result = loginStatuses();
      return Promise.resolve({
        result,
        exitCode: exitCodes.healthy,
        report: () => renderStatuses(result, flags['result-format']),
        file: flags['output-file'],
      });
    });
  }
}
