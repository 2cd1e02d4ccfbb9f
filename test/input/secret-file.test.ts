import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { longestSecret, readClientSecret } from '../../src/input/secret-file.ts';
import { Trouble } from '../../src/model/index.ts';
import { rsaPem } from '../oauth/keys.ts';

const secret = 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90';

describe('a file with a client secret', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'client-secret-'))));
  after(() => rmSync(folder, { recursive: true }));

  const inFile = (content: string | Buffer): string => {
    const file = path.join(folder, 'secret');
    writeFileSync(file, content);
    return file;
  };
  const read = (file: string, stdin = ''): Promise<() => string> => readClientSecret(file, Readable.from([stdin]));
  const troubleIn = (file: string, stdin?: string): Promise<unknown> =>
    read(file, stdin).then(
      () => undefined,
      (error: unknown) => error,
    );

  const written: Readonly<Record<string, string | Buffer>> = {
    'a plain file': secret,
    'a line end of Windows': `${secret}\r\n`,
    'the mark of Notepad': `\uFEFF${secret}\r\n`,
    'UTF-16, as PowerShell redirects': Buffer.from(`\uFEFF${secret}\r\n`, 'utf16le'),
  };
  for (const [what, content] of Object.entries(written))
    it(`reads ${what}`, async () => expect((await read(inFile(content)))()).to.equal(secret));

  it('reads standard input, and a secret of any shape', async () => {
    expect((await read('-', '5317342909480294317\n'))()).to.equal('5317342909480294317');
  });

  it('is not printed with what holds it', async () => {
    expect(JSON.stringify({ clientSecret: await read('-', secret) })).to.equal('{}');
  });

  const refused: ReadonlyArray<readonly [string, () => string, key: string]> = [
    ['a file that is not there', () => path.join(folder, 'absent'), 'secret-file-unreadable'],
    ['a folder', () => folder, 'secret-file-unreadable'],
    ['an empty file', () => inFile(''), 'secret-file-empty'],
    ['a file with a mark and a line end alone', () => inFile('\uFEFF\r\n'), 'secret-file-empty'],
    ['a file of two words', () => inFile(`secret: ${secret}`), 'secret-file-lines'],
    ['a file of two lines', () => inFile(`${secret}\n${secret}`), 'secret-file-lines'],
    ['a private key', () => inFile(rsaPem), 'secret-file-other'],
    ['a consumer key', () => inFile(`3MVG9${'x'.repeat(80)}`), 'secret-file-other'],
    ['the secret itself', () => secret, 'secret-for-path'],
  ];
  for (const [what, file, key] of refused)
    it(`refuses ${what}, and repeats nothing of it`, async () => {
      const path = file();
      const trouble = await troubleIn(path);
      expect(trouble).to.be.instanceOf(Trouble).and.include({ key });
      expect(JSON.stringify(trouble)).not.to.include(path).and.not.to.include(secret);
    });

  it('reads 64 KB and no byte more, whatever gives them', async () => {
    expect(await troubleIn('-', 'x'.repeat(longestSecret))).to.equal(undefined);
    expect(await troubleIn('-', 'x'.repeat(longestSecret + 1))).to.include({ key: 'secret-file-too-large' });
  });

  if (process.platform !== 'win32')
    it('is not held up by a device that never ends', async () => {
      expect(await troubleIn('/dev/zero')).to.include({ key: 'secret-file-too-large' });
    });
});
