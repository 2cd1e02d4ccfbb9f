import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { openLoginFile, readLoginFile } from '../../../../src/loginhistory/reading/index.ts';
import { Trouble } from '../../../../src/model/index.ts';
import { bytesOf, chunked, now } from './support.ts';

const text = `Status,Login Time\n${'Success,2026-11-23 12:01\n'.repeat(5000)}`;

const rowsOf = async (chunks: AsyncIterable<Uint8Array>) => {
  const file = await readLoginFile(chunks, { now });
  return 'tally' in file ? { rows: file.tally.totals.rows, unread: file.unread.byReason } : undefined;
};

describe('opening a login file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'login-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (bytes: Uint8Array): string => {
    const file = path.join(folder, 'logins');
    writeFileSync(file, bytes);
    return file;
  };

  it('unzips what is zipped, whatever its name', async () => {
    const file = write(gzipSync(text));
    expect(await rowsOf(await openLoginFile(file))).to.deep.equal({ rows: 5000, unread: {} });
  });

  it('reads standard input, zipped or not, in chunks of a byte', async () => {
    const small = bytesOf('Status,Login Time\nSuccess,2026-11-23 12:01\n');
    for (const bytes of [small, gzipSync(small)]) {
      expect(await rowsOf(await openLoginFile('-', chunked(bytes, [1])))).to.deep.equal({ rows: 1, unread: {} });
    }
  });

  it('keeps the rows before a zip breaks off, and says that it did', async () => {
    const zipped = gzipSync(text, { level: 0 });
    const got = await rowsOf(await openLoginFile(write(zipped.subarray(0, zipped.length - 2000))));
    expect(got?.rows).to.be.within(1000, 4999);
    expect(got?.unread).to.have.property('stream-broken', 1);
  });

  it('reads UTF-16, as spreadsheets write it', async () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await rowsOf(await openLoginFile(write(little)))).to.deep.equal({ rows: 5000, unread: {} });
    expect(await rowsOf(await openLoginFile(write(Buffer.from(little).swap16())))).to.deep.equal({
      rows: 5000,
      unread: {},
    });
  });

  it('is refused in words where there is nothing to open', async () => {
    const error = await openLoginFile(path.join(folder, 'none')).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Trouble);
    expect((error as Trouble).key).to.equal('login-file-unreadable');
    expect(await openLoginFile(folder).catch((thrown: unknown) => thrown)).to.be.instanceOf(Trouble);
  });
});
