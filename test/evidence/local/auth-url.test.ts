import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AuthInfo } from '@salesforce/core';
import { expect } from 'chai';
import fc from 'fast-check';
import '../../support/properties.ts';
import { readAuthUrlFile } from '../../../src/evidence/local/index.ts';

const token = '5Aep861KbQabcdefghijklmnopqrstuvwxyz.0123456789';
const key = '3MVG9uCi4abcdefghijklmnopqrstuvwxyz.69p3sl';
const good = `force://PlatformCLI::${token}@acme.my.salesforce.com`;

describe('readAuthUrlFile', () => {
  let folder: string;
  const read = (text: string, name = 'auth.txt') => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return readAuthUrlFile(file);
  };
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'auth-url-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('tells the client id and the host, and nothing else', async () => {
    expect(await read(`${good}\n`)).to.deep.equal({
      state: 'usable',
      path: path.join(folder, 'auth.txt'),
      clientId: 'PlatformCLI',
      loginUrl: 'https://acme.my.salesforce.com',
    });
    const own = `force://${key}:ABCDEF0123456789:${token}==@acme.my.salesforce.com`;
    expect(await read(own)).to.include({ clientId: key });
  });

  it('reads JSON as the CLI does: only from a file of that name', async () => {
    expect(await read(JSON.stringify({ result: { sfdxAuthUrl: good } }), 'auth.json')).to.include({ state: 'usable' });
    expect(await read(JSON.stringify({ sfdxAuthUrl: good }), 'auth.json')).to.include({ state: 'usable' });
    expect(await read(JSON.stringify({ sfdxAuthUrl: good }))).to.include({ problem: 'json-instead' });
    expect(await read(JSON.stringify({ result: {} }), 'auth.json')).to.include({ problem: 'json-without-url' });
    expect(await read(good, 'auth.json')).to.include({ problem: 'not-json' });
  });

  const broken: ReadonlyArray<readonly [string, string]> = [
    ['empty', ' \n'],
    ['scheme-missing', good.slice('force://'.length)],
    ['scheme-missing', `https://${good.slice('force://'.length)}`],
    ['scheme-missing', good.replace('force', 'FORCE')],
    ['scheme-missing', `\n${good}`],
    ['scheme-missing', `SFDX_AUTH_URL=${good}`],
    ['quoted', `"${good}"`],
    ['encoded', encodeURIComponent(good)],
    ['line-break', good.replace('klm', 'k\nlm')],
    ['line-break', good.replace('@', ' @')],
    ['host-missing', good.split('@')[0]!],
    ['host-missing', `${good.split('@')[0]!}@\n`],
    ['host-with-scheme', good.replace('@', '@https://')],
    ['parts-missing', `force://${token}@acme.my.salesforce.com`],
    ['parts-missing', `force://PlatformCLI:${token}@acme.my.salesforce.com`],
    ['token-missing', 'force://PlatformCLI::@acme.my.salesforce.com'],
    ['access-token-instead', 'force://PlatformCLI::00D5e000001AbCd!AQ8AQabcdefgh@acme.my.salesforce.com'],
    ['parts-swapped', `force://${token}::${key}@acme.my.salesforce.com`],
    ['redacted', "[REDACTED] Use 'sf org auth show-sfdx-auth-url' to view"],
    ['redacted', '***'],
    ['characters', good.replace('klm', 'k$lm')],
    ['characters', good.replace('klm', 'k@lm')],
    ['parts-swapped', `force://${key}::acme.my.salesforce.com@${token}`],
  ];
  for (const [problem, text] of broken)
    it(`${problem}: ${JSON.stringify(text).slice(0, 60)}`, async () => {
      expect(await read(text)).to.include({ state: 'unusable', problem });
    });

  it('says that a file is missing, or cannot be read', async () => {
    expect(await readAuthUrlFile(path.join(folder, 'nowhere'))).to.include({ problem: 'missing' });
    expect(await readAuthUrlFile(folder)).to.include({ problem: 'unreadable' });
  });

  it('never tells the token, and takes nothing that core refuses', async () => {
    const at = fc.nat({ max: good.length });
    const put = fc.constantFrom('', ' ', '\n', '"', '%', '@', ':', '!', 'x');
    await fc.assert(
      fc.asyncProperty(at, put, fc.nat({ max: 3 }), async (index, text, drop) => {
        const mutilated = good.slice(0, index) + text + good.slice(index + drop);
        const told = await read(mutilated);
        expect(JSON.stringify(told)).to.not.include(token.slice(8, 30));
        if (told.state === 'usable') expect(() => AuthInfo.parseSfdxAuthUrl(mutilated)).to.not.throw();
      }),
      { numRuns: 300 },
    );
  });
});
