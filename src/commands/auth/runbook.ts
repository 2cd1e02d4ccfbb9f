import { Messages } from '@salesforce/core';
import { storedLogins } from '../../evidence/local/index.ts';
import { readRunbookRequest, runbookFlags } from '../../input/runbook.ts';
import { exitCodes, type RequestList, type Runbooks } from '../../model/index.ts';
import { exitCodeSection } from '../../output/exit-codes.ts';
import { renderRunbooks, safeRunbooks } from '../../output/runbook.ts';
import { writeRunbooks } from '../../look/runbook.ts';
import { SendingCommand } from '../../shell/sending-command.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.runbook');

export default class AuthRunbook extends SendingCommand<Runbooks> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = runbookFlags(messages);
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'runbook');

  public run(): Promise<Runbooks | RequestList> {
    return this.answer(this.parse(AuthRunbook), async ({ flags }) => {
      const asked = await readRunbookRequest(flags, { store: storedLogins, configuredOrg: this.defaultOrg });
      const request = { ...asked.request, signal: this.clock(flags), tell: this.tell };
      const seen = await this.spinning(messages.getMessage('spinner'), () => writeRunbooks({ ...asked, request }));
      const result = safeRunbooks(seen, this.redactor);
      return {
        result,
        exitCode: exitCodes.healthy,
        report: (page) => renderRunbooks(result, flags['result-format'], { ...page, details: flags.details }),
        file: flags['output-file'],
      };
    });
  }
}
