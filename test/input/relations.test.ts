import { Parser, type Interfaces } from '@oclif/core';
import { Messages } from '@salesforce/core';
import { expect } from 'chai';
import { loginFlags, waitFlags, wantedFlags } from '../../src/input/app-check/flags.ts';
import { evidenceFlags, integrationFlags, lookingFlags, outputFlags } from '../../src/input/flags.ts';
import { alarmFlags, failuresOutputFlags, filterFlags, sourceFlags } from '../../src/input/loginhistory/flags.ts';

Messages.importMessagesDirectory(process.cwd());
const wordsOf = (name: string) => Messages.loadMessages('sf-plugin-auth-doctor', name);
const [doctor, check, failures] = ['auth.doctor', 'auth.connectedapp.check', 'auth.loginhistory.failures'].map(wordsOf);

const commands: Readonly<Record<'doctor' | 'check' | 'failures', Interfaces.FlagInput>> = {
  doctor: {
    ...lookingFlags(doctor!),
    ...integrationFlags(doctor!),
    ...outputFlags(doctor!),
    ...evidenceFlags(doctor!),
  },
  check: {
    ...lookingFlags(check!),
    ...loginFlags(check!),
    ...wantedFlags(check!),
    ...waitFlags(check!),
    ...outputFlags(check!),
  },
  failures: {
    ...sourceFlags(failures!),
    ...filterFlags(failures!),
    ...alarmFlags(failures!),
    ...failuresOutputFlags(failures!),
  },
};

/** What may not stand together, or not alone. */
const wrong: ReadonlyArray<readonly [keyof typeof commands, string]> = [
  ['doctor', '--error x --error-file y'],
  ['doctor', '--offline --attempt --login ci'],
  ['doctor', '--offline --target-org prod'],
  ['doctor', '--last --evidence x'],
  ['doctor', '--last --error x'],
  ['doctor', '--evidence x --attempt'],
  ['doctor', '--forget --last'],
  ['doctor', '--ask-admin --permission-set'],
  ['check', '--offline --target-org prod --app x'],
  ['check', '--offline --wait 5 --app x'],
  ['check', '--stable 2 --app x'],
  ['check', '--max-tries 2 --app x'],
  ['check', '--region eu --app x'],
  ['check', '--service EC2 --app x'],
  ...['app x', 'username x', 'flow jwt', 'login x', 'jwt-key-file x', 'login-url x', 'source-ip x'].map(
    (other) => ['check', `--all --${other}`] as const,
  ),
  ...['ip-ranges-file x', 'wait 5', 'offline', 'attempt'].map((other) => ['check', `--all --${other}`] as const),
  ['failures', '--file x --target-org prod'],
  ['failures', '--zone Europe/Paris --target-org prod'],
  ['failures', '--interval 10s --target-org prod'],
  ...['file x', 'until 1h', 'spike 2', 'output-file x'].map((other) => ['failures', `--follow --${other}`] as const),
];

describe('flags that exclude or need one another', () => {
  for (const [command, typed] of wrong) {
    const argv = typed.split(' ');
    const named = argv.filter((word) => word.startsWith('--'));

    it(`${command} refuses ${typed}, and --help says so`, async () => {
      const flags = commands[command];
      const error: unknown = await Parser.parse(argv, { flags, strict: true }).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(Error);
      const told = named.flatMap((name) => {
        const summary = flags[name.slice(2)]?.summary ?? '';
        return [...summary.matchAll(/(?<how>Not|Only) with (?<others>[^.]+)\./gu)].map(({ groups }) => groups ?? {});
      });
      const excluded = told.some(
        ({ how, others = '' }) => how === 'Not' && named.some((name) => others.includes(name)),
      );
      const alone = told.some(({ how, others = '' }) => how === 'Only' && !named.some((name) => others.includes(name)));
      expect(excluded || alone, JSON.stringify(told)).to.equal(true);
    });
  }

  it('are not refused where they go together', async () => {
    const argv = '--threshold 0 --window 1h --follow --interval 5s --target-org prod'.split(' ');
    const { flags } = await Parser.parse(argv, { flags: commands.failures, strict: true });
    expect(flags).to.include({ threshold: 0, follow: true });
  });
});
