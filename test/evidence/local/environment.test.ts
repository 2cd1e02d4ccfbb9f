import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import '../../support/properties.ts';
import { readEnvironment } from '../../../src/evidence/local/index.ts';
import { certificatePem, rsaPem } from '../../oauth/keys.ts';

const host = 'https://acme.my.salesforce.com';
const proxyIn = async (variables: Record<string, string>, url = host) => (await readEnvironment(variables, url)).proxy;

describe('readEnvironment', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'environment-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('tells the proxy without its user and password', async () => {
    expect(await proxyIn({ HTTPS_PROXY: 'http://ada:s3cret@proxy.acme.example:8080/x?y' })).to.deep.equal({
      variable: 'HTTPS_PROXY',
      url: 'http://proxy.acme.example:8080',
      usable: true,
    });
  });

  it('takes the variable that the client takes', async () => {
    const both = { https_proxy: 'http://small:1', HTTPS_PROXY: 'http://large:2', http_proxy: 'http://plain:3' };
    expect(await proxyIn(both)).to.include({ variable: 'https_proxy' });
    expect(await proxyIn(both, 'http://127.0.0.1:1')).to.include({ variable: 'http_proxy' });
    expect(await proxyIn({ HTTP_PROXY: 'http://plain:3' })).to.include({ variable: 'HTTP_PROXY' });
    expect(await proxyIn({ HTTPS_PROXY: ' ' })).to.equal(undefined);
  });

  it('knows an address that is none of a proxy', async () => {
    for (const value of ['proxy.acme.example:8080', 'socks5://proxy:1080', 'ada:s3cret@proxy:8080', 'http://'])
      expect(await proxyIn({ HTTPS_PROXY: value }), value).to.include({ usable: false });
  });

  it('leaves out the hosts of NO_PROXY', async () => {
    const proxy = { HTTPS_PROXY: 'http://proxy:1' };
    for (const NO_PROXY of [
      '*',
      '.salesforce.com',
      'localhost, my.salesforce.com',
      'acme.my.salesforce.com:443',
      '*.com',
    ])
      expect(await proxyIn({ ...proxy, NO_PROXY }), NO_PROXY).to.equal(undefined);
    for (const NO_PROXY of ['force.com', 'acme.my.salesforce.com:8443', 'cme.my.salesforce.com', ''])
      expect(await proxyIn({ ...proxy, NO_PROXY }), NO_PROXY).to.include({ usable: true });
  });

  it('says what is wrong with the extra certificates', async () => {
    const at = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const ca = async (file: string) => (await readEnvironment({ NODE_EXTRA_CA_CERTS: file }, host)).extraCa;
    const good = at('ca.pem', certificatePem);
    expect(await ca(good)).to.deep.equal({ path: good });
    expect(await ca(at('key.pem', rsaPem))).to.include({ problem: 'no-certificate' });
    expect(await ca(at('text.pem', 'hello'))).to.include({ problem: 'no-certificate' });
    expect(await ca(path.join(folder, 'nowhere.pem'))).to.include({ problem: 'missing' });
    expect(await ca(folder)).to.include({ problem: 'unreadable' });
  });

  it('tells the variables of the CLI that lead a login elsewhere, new names before old ones', async () => {
    const variables = {
      SF_AUDIENCE_URL: 'https://login.salesforce.com/',
      SFDX_AUDIENCE_URL: 'https://old.example',
      SFDX_INSTANCE_URL: 'https://test.salesforce.com',
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    };
    expect(await readEnvironment(variables, undefined)).to.deep.equal({
      checksOff: true,
      audience: { variable: 'SF_AUDIENCE_URL', url: 'https://login.salesforce.com/' },
      instance: { variable: 'SFDX_INSTANCE_URL', url: 'https://test.salesforce.com' },
    });
    expect(await readEnvironment({}, host)).to.deep.equal({});
  });

  it('never tells a password, whatever stands in the variable', async () => {
    const word = fc.stringMatching(/^[\w:/.%#?-]{0,12}$/u);
    await fc.assert(
      fc.asyncProperty(
        word,
        word,
        fc.constantFrom('http://', 'https://', 'socks5://', ''),
        async (user, place, scheme) => {
          const value = `${scheme}${user}:Sw0rdf1sh@${place}`;
          const names = ['HTTPS_PROXY', 'SF_AUDIENCE_URL', 'SF_ORG_INSTANCE_URL'];
          for (const name of names)
            expect(JSON.stringify(await readEnvironment({ [name]: value }, host))).to.not.include('Sw0rdf1sh');
        },
      ),
    );
  });
});
