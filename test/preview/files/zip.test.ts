import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import JSZip from 'jszip';
import { Trouble } from '../../../src/model/index.ts';
import { readChange } from '../../../src/preview/files/read-change.ts';
import { unzipped } from '../../../src/preview/files/zip.ts';
import { xml } from './support.ts';

const members = (type: string, name: string): string =>
  xml('Package', `<types><members>${name}</members><name>${type}</name></types><version>64.0</version>`);

const files = {
  'package.xml': members('Profile', 'Sales'),
  'profiles/Sales.profile': xml('Profile', '<loginHours/>'),
  'destructiveChanges.xml': members('ConnectedApp', 'Old'),
};

describe('a change in an archive', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preview-zip-'));
  const file = path.join(folder, 'change.zip');
  after(() => rmSync(folder, { recursive: true, force: true }));

  const pack = async (inside = '', all: Readonly<Record<string, string>> = files): Promise<void> => {
    const zip = new JSZip();
    for (const [name, text] of Object.entries(all)) zip.file(`${inside}${name}`, text);
    writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }));
  };

  for (const inside of ['', 'unpackaged/'])
    it(`is read as its folder would be, and its files go by its name (${inside === '' ? 'at the top' : 'in a folder'})`, async () => {
      await pack(inside);
      const { edits } = await readChange({ metadataDir: file });
      const called = path.relative(process.cwd(), file).replaceAll('\\', '/');
      expect(edits.map(({ setting, at }) => `${setting.set} ${at?.file ?? ''}:${at?.line ?? ''}`)).to.deep.equal([
        `app-gone ${called}/destructiveChanges.xml:1`,
        `login-hours ${called}/profiles/Sales.profile:3`,
      ]);
    });

  it('leaves nothing of it behind, and nothing outside', async () => {
    await pack('', { ...files, '../escaped.txt': 'out' });
    const unpacked = await unzipped(file, ({ folder: inside }) => Promise.resolve(inside));
    expect(existsSync(unpacked)).to.equal(false);
    expect(existsSync(path.join(path.dirname(unpacked), 'escaped.txt'))).to.equal(false);
    expect(readdirSync(folder)).to.deep.equal(['change.zip']);
  });

  for (const [what, text] of [
    ['no archive', 'text'],
    ['an archive without a manifest', undefined],
  ] as const)
    it(`${what}: says what is missing`, async () => {
      if (text === undefined) await pack('', { 'profiles/Sales.profile': files['profiles/Sales.profile'] });
      else writeFileSync(file, text);
      const error = await readChange({ metadataDir: file }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(Trouble);
      expect((error as Trouble).values).to.deep.equal({ path: `${file}/package.xml` });
    });
});
