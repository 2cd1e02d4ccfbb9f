import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import AuthDoctor from '../../../src/commands/auth/doctor.ts';
import type { Diagnosis } from '../../../src/model/index.ts';
import { parsed, type Ran } from '../../support/cli.ts';
import { runHere } from '../../support/in-process.ts';

const open = ['--error', 'invalid_grant: authentication failure'];

describe('sf auth doctor --answer', () => {
  let home: string;
  before(() => (home = mkdtempSync(path.join(os.tmpdir(), 'answer-'))));
  after(() => rmSync(home, { recursive: true }));
  const doctor = (...argv: readonly string[]): Promise<Ran> =>
    runHere(AuthDoctor, argv, { HOME: home, USERPROFILE: home, XDG_DATA_HOME: home });
  const result = async (...argv: readonly string[]): Promise<Diagnosis> =>
    (parsed(await doctor(...argv, '--json')) as { readonly result: Diagnosis }).result;

  it('is asked for on the screen, and named with what each answer decides as data', async () => {
    const { stdout, code } = await doctor(...open);
    expect(stdout)
      .to.include('User Is Frozen ')
      .and.include('--answer "<status>"')
      .and.match(/^ {8}another, or no row/mu);
    expect(stdout.trimEnd().split('\n').length).to.be.at.most(23);
    expect(code).to.equal(4);
    const { question } = await result(...open, '--no-save');
    expect(question?.choices).to.deep.include({ answer: 'Restricted IP', causes: ['ip-restricted'] });
  });

  it('leaves what it says, and tells that the person said so', async () => {
    const { stdout, code } = await doctor(...open, '--no-save', '--answer', 'user is frozen');
    expect(stdout)
      .to.match(/^\? The user is frozen\. +SUSPECTED\n {2}You answered "user is frozen"/u)
      .and.not.include('--answer');
    expect(code).to.equal(4);
    const several = await doctor(...open, '--no-save', '--answer', 'Invalid Password');
    expect(several.stdout).to.match(/^\? Not decided: 3 causes are possible\.\n {2}You answered "Invalid Password"/u);
  });

  it('answers the question of the last run, without its text', async () => {
    await doctor(...open);
    const { findings } = await result('--last', '--answer', 'Password Lockout');
    expect(findings.filter(({ role }) => role === 'root').map(({ cause }) => cause)).to.deep.equal(['user-locked-out']);
  });

  it('answers other questions by their names, each in turn', async () => {
    const key = ['--error', 'invalid_client_id: client identifier invalid', '--no-save'];
    const asked = await doctor(...key);
    expect(asked.stdout)
      .to.include('--answer consumer-key=<answer>')
      .and.match(/^ {8}same {2,}app-not-found-or-propagating/mu)
      .and.not.include('OrgLoginHistory');
    expect(asked.stdout.trimEnd().split('\n').length).to.be.at.most(23);
    const { findings } = await result(...key, '--answer', 'consumer-key=same', '--answer', 'login-host=my-domain');
    expect(findings.filter(({ role }) => role === 'root').map(({ cause }) => cause)).to.deep.equal([
      'app-not-found-or-propagating',
      'client-request-malformed',
      'cli-bug',
    ]);
  });

  for (const [typed, ...named] of [
    ['flow=saml', 'saml', 'jwt, refresh-token'],
    ['consumer-key=maybe', 'maybe', 'same, different, no-app'],
    ['sandbox-refreshed=', 'sandbox-refreshed', 'yes, no'],
    ['login-history=it says frozen', 'it says frozen', 'User Is Frozen'],
    ['color=red', 'color', 'login-history, flow, consumer-key'],
  ] as const)
    it(`is wrong usage with all that may be answered: ${typed}`, async () => {
      const { code, stderr } = await doctor(...open, '--answer', typed);
      for (const name of named) expect(stderr.replaceAll(/\s+/gu, ' ')).to.include(name);
      expect(code).to.equal(2);
    });

  it('is wrong usage where it is no answer, or answers nothing', async () => {
    const unknown = await doctor(...open, '--answer', 'it says frozen');
    expect(unknown.stderr).to.include('it says frozen').and.include('User Is Frozen');
    const nothing = await doctor('--username', 'ann@acme.com', '--answer', 'no-row');
    expect(nothing.stderr).to.include('--error');
    expect([unknown.code, nothing.code]).to.deep.equal([2, 2]);
  });
});
