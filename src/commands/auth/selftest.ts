import { Messages } from '@salesforce/core';
import { readSelftestRequest, selftestFlags } from '../../input/selftest/request.ts';
import { exitCodes } from '../../model/index.ts';
import type { CanSee, RequestList, Selftest } from '../../model/index.ts';
import { exitCodeSection, exitCodeOfSelftest } from '../../output/exit-codes.ts';
import { lookingPermissionSet, renderCanSee, renderSelftest } from '../../output/selftest.ts';
import { canSee } from '../../look/can-see.ts';
import { selftest } from '../../look/selftest.ts';
import type { Page } from '../../output/page.ts';
import { SendingCommand } from '../../shell/sending-command.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.selftest');

/** What `--permission-set` comes to as data: the metadata file. */
type LookingRights = { readonly permissionSet: string };

export default class AuthSelftest extends SendingCommand<CanSee | Selftest | LookingRights> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = selftestFlags(messages);
  protected override readonly goesOut = true;
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'selftest');

  public run(): Promise<CanSee | Selftest | LookingRights | RequestList> {
    return this.answer(this.parse(AuthSelftest), async ({ flags }) => {
      const file = flags['output-file'];
      if (flags['permission-set']) {
        const permissionSet = lookingPermissionSet(this.words);
        return { result: { permissionSet }, exitCode: exitCodes.healthy, report: () => permissionSet, file };
      }
      const request = readSelftestRequest(flags, this.defaultOrg);
      const signal = this.clock(flags);
      const { details } = flags;
      if (flags['can-see']) {
        const seen = await this.spinning(messages.getMessage('spinner'), () => canSee({ ...request, signal }));
        const { healthy: exitCode } = exitCodes;
        const report = (page: Page) => renderCanSee(seen, flags['result-format'], { ...page, exitCode, details });
        return { result: seen, exitCode, report, file };
      }
      const result = await this.spinning(messages.getMessage('spinner'), () => selftest({ ...request, signal }));
      const exitCode = exitCodeOfSelftest(result);
      const report = (page: Page) => renderSelftest(result, flags['result-format'], { ...page, exitCode, details });
      return { result, exitCode, report, file };
    });
  }
}
