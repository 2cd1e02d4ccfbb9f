import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startScenario, type Started } from '../../../simulator/scenarios/start.ts';
import type { Diagnosis } from '../../../src/model/index.ts';
import { parsed, type Ran } from '../../support/cli.ts';
import { callHere } from '../../support/every-command.ts';

const causesOf = (ran: Ran): ReadonlyArray<readonly [string, string, string]> =>
  (parsed(ran) as { result: Diagnosis }).result.findings.map(({ cause, role, standing }) => [cause, role, standing]);

type Bundle = {
  readonly bundle: { readonly versions: Readonly<Record<string, string>>; readonly asked: readonly string[] };
};

describe('sf auth doctor --bundle', function () {
  this.timeout(120_000);
  let started: Started;
  let folder = '';
  before(async () => {
    started = await startScenario('user-not-preauthorized');
    folder = mkdtempSync(path.join(os.tmpdir(), 'bundle-'));
  });
  after(async () => {
    await started.stop();
    rmSync(folder, { recursive: true });
  });

  const file = (name: string): string => path.join(folder, name);
  const doctor = (...argv: readonly string[]): Promise<Ran> => callHere({ command: 'doctor', argv }, started.info.env);
  const login = (): readonly string[] => [
    ...['-o', 'admin', '--username', started.info.username, '--app', started.info.app, '--flow', 'jwt'],
    ...['--error', started.info.errorText],
  ];

  it('holds what is needed to come to the same findings, the versions, the flags, and no name', async () => {
    const live = await doctor(...login(), '--bundle', file('case.json'), '--json');
    const text = readFileSync(file('case.json'), 'utf8');
    expect(text).to.not.match(/acme|marketing|00DHn/iu);
    const { bundle, ...rest } = JSON.parse(text) as Bundle;
    expect(Object.keys(rest).toSorted()).to.deep.equal(['cost', 'evidence', 'redacted', 'schemaVersion', 'targetOrg']);
    expect(bundle.asked).to.include.members([
      '--target-org',
      '--username',
      '--app',
      '--flow jwt',
      '--error',
      '--bundle',
    ]);
    expect(bundle.asked.join(' ')).to.not.include('--timeout');
    expect(Object.keys(bundle.versions)).to.have.members(['plugin', 'cli', 'node', 'platform']);
    expect(bundle.versions.node).to.equal(process.version);
    const again = await doctor('--evidence', file('case.json'), '--json');
    expect(causesOf(again)).to.deep.equal(causesOf(live));
    expect([live.code, again.code]).to.deep.equal([3, 3]);
  });

  it('can be made of the last run, and of a bundle', async () => {
    await doctor(...login());
    await doctor('--last', '--bundle', file('last.json'));
    const last = await doctor('--evidence', file('last.json'), '--bundle', file('again.json'), '--json');
    expect(readFileSync(file('again.json'), 'utf8')).to.not.match(/acme|marketing/iu);
    expect(causesOf(await doctor('--evidence', file('again.json'), '--json'))).to.deep.equal(causesOf(last));
  });

  it('is not written where nothing is diagnosed, or where the place takes no file', async () => {
    const list = await doctor('-o', 'admin', '--bundle', file('list.json'));
    expect([list.code, existsSync(file('list.json'))]).to.deep.equal([2, false]);
    const nowhere = await doctor('--last', '--bundle', path.join(file('last.json'), 'x', 'y.json'));
    expect(nowhere.code).to.not.be.oneOf([0, 3]);
  });

  it('is not written where a rule still finds a secret, and the error does not show it', async () => {
    // A key that our own list does not have: only the set of rules knows it.
    const token = ['tskey', 'auth', 'kABCDEF1CNTRL', 'abcdefghijklmnopqrstuvwxyz012345'].join('-');
    const ran = await doctor(
      '--error',
      `invalid_grant: authentication failure ${token}`,
      '--offline',
      '--bundle',
      file('leak.json'),
      '--no-save',
    );
    const said = ran.stdout + ran.stderr;
    expect([ran.code, existsSync(file('leak.json'))]).to.deep.equal([1, false]);
    expect(said).to.include('looks like a secret');
    expect(said).to.not.include(token);
  });
});
