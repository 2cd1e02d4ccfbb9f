import { Messages } from '@salesforce/core';
import { isTextInOrg, namesNoLogin } from '../../input/doctor/overview.ts';
import {
  compareFlags,
  evidenceFlags,
  integrationFlags,
  lookingFlags,
  outputFlags,
  screenFlags,
} from '../../input/flags.ts';
import type { DoctorResult, RequestList } from '../../model/index.ts';
import { forgetKept } from '../../outcomes/doctor/kept.ts';
import { diagnoseRow } from '../../outcomes/doctor/login-history-row.ts';
import { diagnoseOne } from '../../outcomes/doctor/one-login.ts';
import { compareOrgs } from '../../outcomes/doctor/two-orgs.ts';
import { askWhich, askWhose } from '../../outcomes/doctor/which-login.ts';
import { askedBy } from '../../output/bundle.ts';
import { exitCodeSection } from '../../output/exit-codes.ts';
import { SendingCommand } from '../../shell/sending-command.ts';
import { loadWords } from '../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.doctor');

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
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'doctor');

  public run(): Promise<DoctorResult | RequestList> {
    return this.answer(this.parse(AuthDoctor), async ({ flags: given, metadata }) => {
      const isDefault = (name: string): boolean => metadata.flags[name]?.setFromDefault === true;
      const flags = { ...given, asked: askedBy(given, AuthDoctor.flags, isDefault) };
      const { forget, compare, 'login-history-id': row } = flags;
      if (forget) return forgetKept(this);
      if (compare !== undefined) return compareOrgs(this, flags, compare);
      if (row !== undefined) return diagnoseRow(this, flags, row);
      if (namesNoLogin(flags)) return askWhich(this, flags);
      return isTextInOrg(flags) ? askWhose(this, flags) : diagnoseOne(this, flags);
    });
  }
}
