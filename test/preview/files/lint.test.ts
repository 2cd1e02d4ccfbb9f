import { expect } from 'chai';
import { privateKeyFor, selfSigned } from '../../../simulator/state/certificate.ts';
import { parseXml } from '../../../src/preview/files/element.ts';
import { lintOf } from '../../../src/preview/files/lint.ts';
import { editsOf } from '../../../src/preview/files/read-component.ts';
import { xml } from './support.ts';

const now = '2026-11-30T00:00:00.000Z';

const lint = (type: string, inside: string, apps?: readonly string[]): readonly string[] => {
  const root = parseXml(xml(type, inside), 'a.xml');
  if ('unreadable' in root) throw new Error(root.unreadable);
  const component = { type, fullName: 'Sync', root };
  const read = { edits: editsOf(component), files: [component], unreadable: [], keys: [] };
  return lintOf(read, { now, say: (rule) => rule, apps }).map(({ level, rule, at }) => `${at.line} ${level} ${rule}`);
};

const config = (inside: string): string => `<oauthConfig><certificate>x</certificate>\n${inside}</oauthConfig>`;
const range = (start: string, end: string): string =>
  `<loginIpRanges><endAddress>${end}</endAddress><startAddress>${start}</startAddress></loginIpRanges>`;

const certificate = (to: number): string =>
  `<oauthConfig><certificate>${selfSigned({ privateKey: privateKeyFor('sync'), commonName: 'sync', from: Date.UTC(2026, 0, 1), to }).replaceAll(/-----[A-Z ]+-----|\s/gu, '')}</certificate></oauthConfig>`;

describe('what stands in the files alone', () => {
  const cases: ReadonlyArray<readonly [string, string, string, readonly string[]]> = [
    ['http', 'ConnectedApp', config('<callbackUrl>http://sync.example</callbackUrl>'), ['4 error callback-http']],
    ['https', 'ConnectedApp', config('<callbackUrl>https://sync.example</callbackUrl>'), []],
    [
      'localhost',
      'ConnectedApp',
      config('<callbackUrl>http://localhost:1717/a</callbackUrl>'),
      ['4 note callback-localhost'],
    ],
    [
      'a wildcard',
      'ConnectedApp',
      config('<callbackUrl>https://*.sync.example</callbackUrl>'),
      ['4 warning callback-wildcard'],
    ],
    ['full', 'ConnectedApp', config('<scopes>Full</scopes>'), ['4 warning full-scope']],
    [
      'endless tokens',
      'ConnectedApp',
      '<oauthPolicy><refreshTokenPolicy>infinite</refreshTokenPolicy></oauthPolicy>',
      ['3 warning endless-tokens'],
    ],
    [
      'nobody pre-authorised',
      'ConnectedApp',
      config('<isAdminApproved>true</isAdminApproved>'),
      ['4 note preauthorized-nobody'],
    ],
    [
      'somebody pre-authorised',
      'ConnectedApp',
      `${config('<isAdminApproved>true</isAdminApproved>')}<profileName>Sales</profileName>`,
      [],
    ],
    ['a secret', 'ConnectedApp', config('<consumerSecret>A1B2C3D4E5</consumerSecret>'), ['4 error consumer-secret']],
    ['a secret that is filled in later', 'ConnectedApp', config('<consumerSecret>${SECRET}</consumerSecret>'), []],
    [
      'a private key',
      'ConnectedApp',
      config('<description>-----BEGIN RSA PRIVATE KEY-----</description>'),
      ['4 error private-key'],
    ],
    ['everybody', 'Profile', range('0.0.0.0', '255.255.255.255'), ['3 warning whole-internet']],
    ['half of everybody', 'Profile', range('0.0.0.0', '128.0.0.0'), ['3 warning whole-internet']],
    ['less than half', 'Profile', range('0.0.0.0', '127.255.255.255'), []],
    ['a reversed range', 'Profile', range('10.0.0.9', '10.0.0.1'), ['3 error range-reversed']],
    [
      'each range where it stands',
      'Profile',
      `${range('10.0.0.1', '10.0.0.9')}\n${range('10.0.0.9', '10.0.0.1')}`,
      ['4 error range-reversed'],
    ],
    [
      'a trusted range of the org',
      'SecuritySettings',
      '<networkAccess>\n<ipRanges><start>0.0.0.0</start><end>255.255.255.255</end></ipRanges></networkAccess>',
      ['4 warning whole-internet'],
    ],
    [
      'a range for refresh tokens',
      'ExtlClntAppOauthSecuritySettings',
      '<tokenIpRanges><startIpAddress>10.0.0.9</startIpAddress><endIpAddress>10.0.0.1</endIpAddress></tokenIpRanges>',
      ['3 error range-reversed'],
    ],
    [
      'full among others',
      'ConnectedApp',
      config('<scopes>Api</scopes>\n<scopes>Full</scopes>'),
      ['5 warning full-scope'],
    ],
    [
      'full of an external client app',
      'ExtlClntAppOauthSettings',
      '<commaSeparatedOauthScopes>Api, Full</commaSeparatedOauthScopes>',
      ['3 warning full-scope'],
    ],
    ['a certificate that is over', 'ConnectedApp', certificate(Date.UTC(2026, 10, 29)), ['3 error certificate-over']],
    [
      'a certificate of thirty days',
      'ConnectedApp',
      certificate(Date.UTC(2026, 11, 30)),
      ['3 warning certificate-soon'],
    ],
    ['a certificate of more', 'ConnectedApp', certificate(Date.UTC(2027, 0, 1)), []],
    [
      "the org's own certificate",
      'Certificate',
      '<expirationDate>2026-12-01T00:00:00.000Z</expirationDate>',
      ['3 warning certificate-soon'],
    ],
  ];
  for (const [what, type, inside, expected] of cases) {
    it(what, () => {
      expect(lint(type, inside)).to.deep.equal(expected);
    });
  }

  it('warns of a connected app that the org does not have, and no longer creates', () => {
    const app = '<label>Sync of Ledgers</label><oauthConfig></oauthConfig>';
    const rule = ['2 warning connected-app-new'];
    expect(lint('ConnectedApp', app, ['Other'])).to.deep.equal(rule);
    expect(lint('ConnectedApp', app, [])).to.deep.equal(rule);
    for (const there of ['sync', 'Sync of ledgers'])
      expect(lint('ConnectedApp', app, ['Other', there])).to.deep.equal([]);
    // What the org has was not seen.
    expect(lint('ConnectedApp', app)).to.deep.equal([]);
    expect(lint('ExternalClientApplication', '<label>Sync</label>', [])).to.deep.equal([]);
  });
});
