import { expect } from 'chai';
import type { Selftest, TestRow } from '../../src/model/index.ts';
import { exitCodeOfSelftest } from '../../src/output/exit-codes.ts';
import { lookingPermissionSet, renderSelftest } from '../../src/output/selftest.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();

const row: TestRow = {
  api: 'tooling',
  object: 'PasswordPolicies',
  believed: ['LockoutInterval', 'MaxLoginAttempts'],
  product: { way: 'tooling-composite', status: 400, code: 'INVALID_TYPE', columns: [] },
  plain: { way: 'alone', status: 200, columns: ['LockoutInterval', 'MaxLoginAttempts'], rows: 1 },
  verdict: 'differs',
  reason: 'refused-together',
  permissions: [],
  commands: ['sf auth doctor'],
  causes: ['user-locked-out'],
};

const unseen: TestRow = {
  ...row,
  api: 'data',
  object: 'UserLogin',
  believed: ['IsFrozen'],
  product: { way: 'batch', status: 200, columns: [], rows: 0 },
  plain: { way: 'alone', status: 200, columns: [], rows: 0 },
  verdict: 'not-seen',
  reason: 'permission',
  permissions: ['Manage Users'],
  causes: ['user-frozen'],
};

const result: Selftest = {
  schemaVersion: 1,
  apiVersion: '64.0',
  outcome: 'differs',
  rows: [row, unseen],
  replay: {
    logins: 12,
    leftOut: 2,
    rows: [
      { user: 1, app: 1, status: 'Success', success: true, logins: 9, verdict: 'contradicts', causes: ['user-frozen'] },
      { user: 2, app: 1, status: 'New', success: false, logins: 1, verdict: 'agrees', causes: [], by: 'change' },
    ],
  },
  cost: { requests: 4, milliseconds: 1 },
};

const page = { words, width: 240, colour: false, exitCode: 3 };

const screen = async (given: Selftest, details = false): Promise<string> =>
  renderSelftest(given, 'human', { ...page, details });

describe('the report of a selftest', () => {
  it('says first what it came to, and that it holds no name', async () => {
    const [head = '', ...rest] = (await screen(result)).split('\n').filter((line) => line.trim() !== '');
    expect(head).to.include('Something is not as we believed');
    expect(rest[0]).to.include('holds no name');
  });

  it('shows what differs with what leans on it, and what a permission would open', async () => {
    const text = await screen(result);
    for (const part of ['PasswordPolicies', 'INVALID_TYPE', 'refused together', 'user-locked-out', 'Manage Users'])
      expect(text).to.include(part);
    expect(text).to.include('2 questions in 4 requests: 0 hold, 1 differ, 1 were not seen');
    expect(text).to.match(/user 1, app 1 +Success +9 +contradicts \(user-frozen\)/u);
    expect(text).to.match(/user 2, app 1 +New +1 +agrees: something was changed/u);
  });

  it('shows every question only where that is asked for, and always in a file', async () => {
    const calm: Selftest = { ...result, rows: [{ ...row, verdict: 'holds' }], outcome: 'holds' };
    expect(await screen(calm)).to.not.include('PasswordPolicies');
    expect(await screen(calm, true)).to.include('PasswordPolicies');
    const markdown = await renderSelftest(calm, 'markdown', { ...page, details: false });
    expect(markdown).to.include('PasswordPolicies').and.to.include('holds no name');
  });

  it('without a row of the history it says so', async () => {
    const text = await screen({ ...result, replay: { logins: 0, leftOut: 0, rows: [] } });
    expect(text).to.include('No row of Login History was seen');
  });

  it('ends as it came out', () => {
    const codes = (['holds', 'differs', 'inconclusive'] as const).map((outcome) => exitCodeOfSelftest({ outcome }));
    expect(codes).to.deep.equal([0, 3, 4]);
  });

  it('the permission set is a metadata file with each right', () => {
    const text = lookingPermissionSet(words);
    expect(text)
      .to.match(/^<\?xml/u)
      .and.to.include('<name>ManageUsers</name>')
      .and.to.include('<name>ViewSetup</name>');
  });
});
