import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { readKeyFile } from '../../../src/evidence/local/index.ts';
import { certificatePem, rsaPem } from '../../oauth/keys.ts';

describe('readKeyFile', () => {
  let folder: string;
  const at = (name: string, text?: string): string => {
    const file = path.join(folder, name);
    if (text !== undefined) writeFileSync(file, text);
    return file;
  };
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'keys-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('tells of a key only what pairs with a certificate', async () => {
    const file = at('server.key', rsaPem);
    const read = await readKeyFile(file);
    expect(read).to.have.all.keys('state', 'path', 'spki', 'bits');
    expect(read).to.deep.include({ state: 'usable', path: file, bits: 2048 });
  });

  it('says what is wrong with a file that is no key', async () => {
    const file = at('server.crt', certificatePem);
    expect(await readKeyFile(file)).to.deep.equal({ state: 'unusable', path: file, problem: 'certificate-instead' });
  });

  it('reads nothing of a file that says it is empty: of procfs some are read for ever', async () => {
    for (const file of [at('empty.key', ''), '/proc/kmsg'])
      expect(await readKeyFile(file)).to.include({ state: 'unusable', path: file });
  });

  it('takes a key that was given in the place of its path for what it is, and repeats nothing of it', async () => {
    expect(await readKeyFile(rsaPem)).to.deep.equal({ state: 'unusable', path: '', problem: 'key-for-path' });
  });

  it('says that a file is missing', async () => {
    expect(await readKeyFile(at('nowhere'))).to.have.property('problem', 'missing');
    expect(await readKeyFile(path.join(at('server.key', rsaPem), 'below'))).to.have.property('problem', 'missing');
  });

  it('says that a folder, a forbidden file or a pipe is unreadable, and does not hang on it', async () => {
    expect(await readKeyFile(folder)).to.have.property('problem', 'unreadable');
    expect(await readKeyFile(at('bad\0name'))).to.have.property('problem', 'unreadable');
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [at('pipe')]);
    expect(await readKeyFile(at('pipe'))).to.have.property('problem', 'unreadable');
    const file = at('secret.key', rsaPem);
    chmodSync(file, 0o000);
    // Root may read everything.
    expect(await readKeyFile(file)).to.have.property('state', process.getuid?.() === 0 ? 'usable' : 'unusable');
  });

  it('does not read a file that is far too large for a key', async () => {
    expect(await readKeyFile(at('video', 'x'.repeat(2_000_000)))).to.have.property('problem', 'not-a-private-key');
  });
});
