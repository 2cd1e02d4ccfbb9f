import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { readSources } from '../../../src/input/app-check/sources.ts';
import { Trouble } from '../../../src/model/index.ts';
import { loadWords } from '../../../src/words/index.ts';

const published = {
  syncToken: '1',
  prefixes: [
    { ip_prefix: '3.5.140.0/22', region: 'ap-northeast-2', service: 'AMAZON', network_border_group: 'ap-northeast-2' },
    { ip_prefix: '18.153.0.0/16', region: 'eu-central-1', service: 'EC2', network_border_group: 'eu-central-1' },
    { ip_prefix: '18.153.0.0/16', region: 'eu-central-1', service: 'AMAZON', network_border_group: 'eu-central-1' },
    { ip_prefix: '52.94.248.0/28', region: 'eu-central-1', service: 'DYNAMODB', network_border_group: 'eu-central-1' },
  ],
  ipv6_prefixes: [
    { ipv6_prefix: '2a05:d014::/35', region: 'eu-central-1', service: 'EC2', network_border_group: 'eu-central-1' },
  ],
};

describe('addresses from flags and files', () => {
  let folder = '';
  const file = (name: string): string => path.join(folder, name);
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sources-'));
    await writeFile(file('ranges.json'), JSON.stringify(published));
    await writeFile(
      file('addresses.txt'),
      '# our NAT\r\n203.0.113.7, 203.0.113.8\n\n2001:db8::/64   198.51.100.0/24 # office\n',
    );
    await writeFile(file('empty.txt'), '# nothing\n');
    await writeFile(file('bad.txt'), 'acme.com\n');
    await writeFile(file('other.json'), '{"values":[]}');
    await writeFile(file('broken.json'), '{"prefixes":');
  });
  after(() => rm(folder, { recursive: true }));

  it('addresses, ranges, and a file of them behind an @, each once', async () => {
    expect(
      await readSources({ 'source-ip': ['203.0.113.7', `@${file('addresses.txt')}`, '10.0.0.0/8'] }),
    ).to.deep.equal(['203.0.113.7', '203.0.113.8', '2001:db8::/64', '198.51.100.0/24', '10.0.0.0/8']);
  });

  it('published ranges, by region and service, IPv4 and IPv6', async () => {
    const asked = { 'ip-ranges-file': file('ranges.json') };
    expect(await readSources({ ...asked, region: ['eu-central-1'], service: ['ec2'] })).to.deep.equal([
      '18.153.0.0/16',
      '2a05:d014::/35',
    ]);
    expect(await readSources({ ...asked, region: ['eu-central-1'] })).to.have.lengthOf(3);
    expect(await readSources(asked)).to.have.lengthOf(4);
  });

  const troubles: ReadonlyArray<readonly [string, () => Parameters<typeof readSources>[0], string]> = [
    ['a file that is not there', () => ({ 'source-ip': [`@${file('gone.txt')}`] }), 'address-file-unreadable'],
    ['a folder', () => ({ 'source-ip': [`@${folder}`] }), 'address-file-unreadable'],
    ['a file without an address', () => ({ 'source-ip': [`@${file('empty.txt')}`] }), 'address-file-empty'],
    ['a file of something else', () => ({ 'source-ip': [`@${file('bad.txt')}`] }), 'address-invalid'],
    ['JSON of another form', () => ({ 'ip-ranges-file': file('other.json') }), 'ip-ranges-invalid'],
    ['broken JSON', () => ({ 'ip-ranges-file': file('broken.json') }), 'ip-ranges-invalid'],
    ['a region without ranges', () => ({ 'ip-ranges-file': file('ranges.json'), region: ['mars'] }), 'ip-ranges-none'],
  ];
  for (const [name, asked, key] of troubles) {
    it(`${name} is told as ${key}, in words`, async () => {
      const error: unknown = await readSources(asked()).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(Trouble);
      expect((error as Trouble).key).to.equal(key);
      expect(loadWords().text('trouble', key, (error as Trouble).values)).to.not.match(/undefined/u);
      expect(loadWords().list('trouble', `${key}.actions`, (error as Trouble).values)).to.not.have.lengthOf(0);
    });
  }
});
