import { expect } from 'chai';
import { doctorFlags, shown } from '../../../scripts/demo/command-line.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';

const flagsFor = async (id: string): Promise<string[]> => {
  const started = await startScenario(id);
  await started.stop();
  return doctorFlags(started);
};

describe('doctorFlags', () => {
  it('tells who, through what, by which flow, on which host, and what was said', async () => {
    const flags = await flagsFor('user-not-preauthorized');

    expect(flags).to.include.members(['--target-org', 'admin', '--username', 'integration.marketing@acme.com']);
    expect(flags).to.include.members(['--app', 'Marketing Sync', '--flow', 'jwt', '--login-url', '--jwt-key-file']);
    expect(flags.at(-1)).to.include("user hasn't approved this consumer");
  });

  it('names the stored login where it is about the key that the integration sends', async () => {
    const flags = await flagsFor('app-wrong-consumer-key');

    expect(flags).to.include.members(['--login', 'ci']);
    expect(flags).not.to.include('--username');
  });

  it('leaves off an error that nobody had', async () => {
    expect(await flagsFor('healthy')).not.to.include('--error');
  });
});

describe('shown', () => {
  it('quotes as a shell wants it', () => {
    expect(
      shown(['--app', 'Marketing Sync', '--error', "user hasn't approved", '--username', 'a.b@acme.com']),
    ).to.equal(`$ sf auth doctor --app 'Marketing Sync' --error 'user hasn'\\''t approved' --username a.b@acme.com`);
  });
});
