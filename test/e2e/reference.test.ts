import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { root, run } from '../support/cli.ts';

type Manifest = { readonly commands: Readonly<Record<string, { readonly id: string; readonly flags: object }>> };

describe('the command reference, as Salesforce makes it', function () {
  this.timeout(120_000);

  let folder: string;
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'reference-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('has a page for each command, with each of its flags, and warns of nothing', async () => {
    const args = ['scripts/reference.ts', '--output-format', 'markdown', '--output-dir', folder];
    const { code, stderr } = await run(process.execPath, args);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    const manifest = JSON.parse(readFileSync(path.join(root, 'oclif.manifest.json'), 'utf8')) as Manifest;
    const pages = readdirSync(path.join(folder, 'auth'));
    for (const { id, flags } of Object.values(manifest.commands)) {
      const page = `cli_reference_${id.replaceAll(':', '_')}.md`;
      expect(pages).to.include(page);
      const text = readFileSync(path.join(folder, 'auth', page), 'utf8').replaceAll('&#8209;', '-');
      for (const flag of Object.keys(flags)) expect(text, page).to.include(`<code>--${flag}</code>`);
    }
  });
});
