import { Messages } from '@salesforce/core';
import { changeFlags, loginsFlags, previewOutputFlags } from '../../input/preview/flags.ts';
import { readPreviewRequest } from '../../input/preview/request.ts';
import type { Preview, RequestList } from '../../model/index.ts';
import { redactedLogins } from '../../output/evidence.ts';
import { exitCodeSection, exitCodeOfPreview } from '../../output/exit-codes.ts';
import { renderPreview, safePreview } from '../../output/preview.ts';
import { previewChange } from '../../look/preview.ts';
import { SendingCommand } from '../../shell/sending-command.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.preview');

export default class AuthPreview extends SendingCommand<Preview> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...changeFlags(messages),
    ...loginsFlags(messages),
    ...previewOutputFlags(messages),
  };
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'preview');

  public run(): Promise<Preview | RequestList> {
    return this.answer(this.parse(AuthPreview), async ({ flags }) => {
      const { defaultOrg: configuredOrg } = this;
      const request = await readPreviewRequest(flags, { now: Date.now(), configuredOrg });
      const signal = this.clock(flags);
      const seen = await this.spinning(messages.getMessage('spinner'), () =>
        previewChange({ ...request, signal, ...(flags.redact ? { toSave: redactedLogins } : {}) }),
      );
      const result = safePreview(seen, this.redactor);
      const exitCode = exitCodeOfPreview(result, flags['fail-on']);
      const { details } = flags;
      return {
        result,
        exitCode,
        report: (page) => renderPreview(result, flags['result-format'], { ...page, exitCode, details }),
        file: flags['output-file'],
      };
    });
  }
}
