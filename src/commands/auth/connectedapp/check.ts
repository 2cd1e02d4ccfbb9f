import { Messages } from '@salesforce/core';
import { readBaseline } from '../../../input/baseline.ts';
import { loginFlags, waitFlags, wantedFlags } from '../../../input/app-check/flags.ts';
import { lookingFlags, outputFlags, screenFlags } from '../../../input/flags.ts';
import { readTargetOrgs, targetOrgsFlag } from '../../../input/target-orgs.ts';
import { acceptWarnings } from '../../../look/app-check.ts';
import type { CheckResult, RequestList } from '../../../model/index.ts';
import { checkOrg } from '../../../outcomes/connectedapp/one-org.ts';
import { checkOrgs } from '../../../outcomes/connectedapp/several-orgs.ts';
import { renderCheck, safeCheck, withVerdict } from '../../../output/app-check.ts';
import { exitCodeSection, exitCodeOfCheck } from '../../../output/exit-codes.ts';
import { SendingCommand } from '../../../shell/sending-command.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.connectedapp.check');

export default class AuthConnectedappCheck extends SendingCommand<CheckResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...lookingFlags(messages),
    ...loginFlags(messages),
    ...wantedFlags(messages),
    ...waitFlags(messages),
    ...outputFlags(messages),
    ...screenFlags(messages),
    'target-org': targetOrgsFlag(messages),
  };
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'check');

  public run(): Promise<CheckResult | RequestList> {
    return this.answer(this.parse(AuthConnectedappCheck), async ({ flags }) => {
      const [targetOrg, ...more] = await readTargetOrgs(flags['target-org']);
      const given = { ...flags, 'target-org': targetOrg };
      if (targetOrg !== undefined && more.length > 0) return checkOrgs(this, [targetOrg, ...more], given);
      const by = { baseline: await readBaseline(flags.baseline), now: new Date().toISOString() };
      const check = acceptWarnings(await checkOrg(this, given), by);
      const result = safeCheck(withVerdict(check, this.words), this.redactor);
      const exitCode = exitCodeOfCheck(result, flags['fail-on']);
      return {
        result,
        exitCode,
        report: (page) => renderCheck(result, flags['result-format'], { ...page, exitCode, details: flags.details }),
        file: flags['output-file'],
      };
    });
  }
}
