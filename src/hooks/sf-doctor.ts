import { Lifecycle } from '@salesforce/core/lifecycle';
import { diagnoseEvery } from '../look/every-login.ts';
import { requestForStored } from '../input/doctor/every.ts';
import { loginsHere } from '../look/overview.ts';
import { loadWords } from '../words/index.ts';

/** What `sf doctor` hands to a plugin. Source: https://github.com/salesforcecli/plugin-info, README, "Doctor". */
type Doctor = {
  readonly addSuggestion: (suggestion: string) => void;
  readonly addPluginData: (plugin: string, data: Readonly<Record<string, number>>) => void;
};

type Status = 'pass' | 'warn' | 'fail' | 'unknown';

const plugin = 'sf-plugin-auth-doctor';

type Counts = { readonly logins: number; readonly broken: number; readonly unsure: number };

/** What can be told of the logins stored here without sending anything. */
const lookHere = async (): Promise<Counts> => {
  const { logins } = await diagnoseEvery(await loginsHere(), {
    requestFor: requestForStored({ offline: true, 'no-probe': true }),
    attempt: false,
    // Nothing is sent, so there is nothing to give up.
    signal: new AbortController().signal,
    onDone: () => undefined,
  });
  const count = (wanted: string): number => logins.filter(({ state }) => state === wanted).length;
  return { logins: logins.length, broken: count('fails'), unsure: count('unsure') };
};

const statusOf = ({ broken, unsure }: Counts): Status => (broken > 0 ? 'fail' : unsure > 0 ? 'warn' : 'pass');

/**
 * Our part of `sf doctor`: whether the logins stored here can be used, as far as this machine tells. It names none of them, since people
 * attach what `sf doctor` writes to public issues.
 */
export default async function sfDoctor({ doctor }: { readonly doctor: Doctor }): Promise<void> {
  const words = loadWords();
  const told = (status: Status): Promise<void> =>
    Lifecycle.getInstance().emit('Doctor:diagnostic', {
      testName: `[${plugin}] ${words.text('sf-doctor', 'test')}`,
      status,
    });
  let counts: Counts;
  try {
    counts = await lookHere();
  } catch {
    // Another plugin's diagnosis goes on, and nobody takes this for a pass.
    await told('unknown');
    return;
  }
  const { logins, broken, unsure } = counts;
  doctor.addPluginData(plugin, counts);
  if (broken + unsure > 0)
    doctor.addSuggestion(words.text('sf-doctor', 'suggestion', { logins, found: broken + unsure }));
  await told(statusOf(counts));
}
