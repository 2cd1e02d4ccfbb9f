import { chmod, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { forget, keep, lastRun, readEvidence, saveEvidence, tidy } from '../../../src/evidence/saved/index.ts';
import type { Run, Shelf } from '../../../src/evidence/saved/index.ts';
import { keptForMs } from '../../../src/evidence/saved/last.ts';
import { keyOfLater } from '../../input/trouble-key.ts';
import { evidence } from '../../support/evidence.ts';

const run: Run = {
  evidence: evidence({ userLogin: { isFrozen: true, isPasswordLocked: false } }),
  targetOrg: { username: 'admin@acme.com', orgId: '00D000000000001', instanceUrl: 'https://acme.my.salesforce.com' },
  cost: { orgRoundTrips: 3, requests: 7, milliseconds: 900 },
};

describe('what was seen', () => {
  let dataDir = '';
  before(async () => (dataDir = await mkdtemp(path.join(tmpdir(), 'saved-'))));
  after(() => rm(dataDir, { recursive: true }));

  const shelf = (overrides: Partial<Shelf> = {}): Shelf => ({
    dataDir,
    command: 'auth doctor',
    now: Date.now(),
    ...overrides,
  });
  const file = (): string => path.join(dataDir, 'sf-plugin-auth-doctor', 'last.auth-doctor.json');

  it('is kept and read again, one a command', async () => {
    expect(await keep(shelf(), run)).to.equal(true);
    expect(await lastRun(shelf())).to.deep.equal(JSON.parse(JSON.stringify(run)));
    expect(await keyOfLater(lastRun(shelf({ command: 'auth other' })))).to.equal('nothing-kept');
  });

  it('is for its owner only, and leaves nothing beside', async () => {
    await keep(shelf(), run);
    expect((await stat(file())).mode & 0o777).to.equal(0o600);
    expect((await stat(path.dirname(file()))).mode & 0o777).to.equal(0o700);
    expect(await readdir(path.dirname(file()))).to.deep.equal([path.basename(file())]);
  });

  it('holds no secret, whatever put one there', async () => {
    const token = `00D5e000001AbCd!${'AQEAQ'.repeat(12)}`;
    await keep(shelf(), {
      ...run,
      evidence: evidence({ refusals: [{ channel: 'unknown', origin: 'text', text: token, count: 1, suspects: [] }] }),
    });
    expect(await readFile(file(), 'utf8')).not.to.include('AQEAQ');
  });

  it('is not written for others where a well-kept set of rules finds a secret that our own list does not have', async () => {
    const named = path.join(dataDir, 'leak.json');
    const text = `with ${['tskey', 'auth', 'kABCDEF1CNTRL', 'abcdefghijklmnopqrstuvwxyz012345'].join('-')}`;
    const refusals = [{ channel: 'unknown', origin: 'text', text, count: 1, suspects: [] }] as const;
    const leaky = { ...run, evidence: evidence({ refusals }) };
    expect(await keyOfLater(saveEvidence(named, leaky))).to.equal('secret-left');
    expect(await readdir(dataDir)).to.not.include('leak.json');
  });

  it('is removed after its time, and not before', async () => {
    await keep(shelf(), run);
    const then = (await stat(file())).mtimeMs;
    await tidy(shelf({ now: then + keptForMs }));
    expect(await keyOfLater(lastRun(shelf({ now: then + keptForMs })))).to.equal(undefined);
    await utimes(file(), new Date(), new Date(then));
    expect(await keyOfLater(lastRun(shelf({ now: then + keptForMs + 1000 })))).to.equal('nothing-kept');
    expect(await readdir(path.dirname(file()))).to.deep.equal([]);
  });

  it('is forgotten when a person says so', async () => {
    await keep(shelf(), run);
    expect([await forget(shelf()), await forget(shelf())]).to.deep.equal([true, false]);
  });

  it('is no reason to fail where it cannot be kept', async () => {
    await writeFile(path.join(dataDir, 'plain'), '');
    expect(await keep(shelf({ dataDir: path.join(dataDir, 'plain') }), run)).to.equal(false);
  });

  it('is written to a file that a person names, and what is no such file is told apart', async () => {
    const named = path.join(dataDir, 'evidence.json');
    await saveEvidence(named, run);
    expect((await stat(named)).mode & 0o777).to.equal(0o600);
    expect(await readEvidence(named)).to.deep.equal(JSON.parse(JSON.stringify(run)));
    expect(await keyOfLater(readEvidence(path.join(dataDir, 'gone.json')))).to.equal('evidence-missing');
    for (const text of ['', '[]', '{"schemaVersion":2}', '{"schemaVersion":1,"evidence":{"user":3},"cost":{}}']) {
      await writeFile(named, text);
      expect(await keyOfLater(readEvidence(named)), text).to.equal('evidence-unreadable');
    }
    expect(await keyOfLater(saveEvidence(path.join(dataDir, 'plain', 'x'), run))).to.equal('evidence-unwritable');
  });

  for (const [there, left] of [
    [0o600, 0o600],
    [0o400, 0o400],
    [0o644, 0o600],
  ] as const)
    it(`is for its owner only where it replaces a file of mode ${there.toString(8)}`, async () => {
      const named = path.join(dataDir, `mode-${there.toString(8)}.json`);
      await writeFile(named, 'old');
      await chmod(named, there);
      await saveEvidence(named, run);
      expect((await stat(named)).mode & 0o777).to.equal(left);
    });

  it('of an older version lacks a fact: that was not asked for', async () => {
    const named = path.join(dataDir, 'older.json');
    const older = { ...run.evidence, groupMembers: undefined };
    await writeFile(named, JSON.stringify({ schemaVersion: 1, ...run, evidence: older }));
    expect((await readEvidence(named)).evidence.groupMembers).to.include({ state: 'unknown', reason: 'not-asked' });
  });
});
