import { expect } from 'chai';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { placeOf } from '../../src/clues/addresses.ts';
import type { Change, Evidence, Facts } from '../../src/model/index.ts';
import { valueOf } from '../../src/model/index.ts';
import { redactedLogins, redactedRun, tellable } from '../../src/output/evidence.ts';
import { movedAddresses } from '../../src/report/pseudonyms/moved-addresses.ts';
import { evidence as evidenceOf, now } from '../support/evidence.ts';

const redacted = (facts: Partial<Facts>): Evidence => redactedRun({ evidence: evidenceOf(facts) }).evidence;

const change = (display: string, more: Partial<Change> = {}): Change => ({
  at: now,
  action: 'frozeuser',
  about: 'user',
  display,
  ...more,
});

const told = (display: string, facts: Partial<Facts> = {}): string | undefined =>
  valueOf(tellable({ evidence: evidenceOf({ ...facts, changes: [change(display)] }) }).evidence.changes)?.[0]?.display;

const user = { id: '0055e00000AbCdEAAV', username: 'ci@acme.com', name: 'Iris Quill', isActive: true, profileId: '2' };

describe('pseudonyms that travel', () => {
  it('are usernames, ids, keys, hosts and addresses, each the same for the same one', () => {
    const key = `3MVG9${'AbCdEfGhIj'.repeat(6)}`;
    const seen = redacted({
      user,
      integration: {
        username: user.username,
        app: 'HR',
        consumerKey: key,
        loginUrl: 'https://acme--uat.sandbox.my.salesforce.com',
        login: 'ci',
        sourceIps: ['203.0.113.7'],
      },
      myDomain: { name: 'acme--uat' },
      loginRows: [
        { id: '0Ya5e00000AbCdEAAV', at: now, status: 'Success', success: true, recognised: true, suspects: [] },
      ].map((row) => ({ ...row, application: 'HR', sourceIp: '203.0.113.7', loginUrl: 'sso.acme.example' })),
    });
    const { username, app, consumerKey, loginUrl, login, sourceIps } = valueOf(seen.integration)!;
    expect({ username, app, loginUrl, login }).to.deep.equal({
      username: 'user.1@redacted.example',
      app: 'app.1',
      loginUrl: 'https://domain-1--domain-2.sandbox.my.salesforce.com',
      login: 'login.1',
    });
    expect(consumerKey).to.match(/^3MVG9\w{20,}$/u);
    expect(valueOf(seen.myDomain)?.name).to.equal('domain-1--domain-2');
    expect(valueOf(seen.user)).to.include({ username, name: username, id: '005REDACTED0001' });
    expect(valueOf(seen.loginRows)?.[0]).to.include({
      application: 'app.1',
      sourceIp: sourceIps[0],
      status: 'Success',
    });
    expect(valueOf(seen.loginRows)?.[0]?.loginUrl).to.equal('domain-3.example');
  });

  it("leave what is everyone's", () => {
    const seen = redacted({
      integration: { loginUrl: 'https://login.salesforce.com', app: 'PlatformCLI', sourceIps: ['127.0.0.1'] },
      appOauth: {
        scopes: ['api'],
        callbackUrls: ['http://localhost:1717/OauthRedirect', 'https://acme.example/cb/acme'],
      },
    });
    expect(valueOf(seen.integration)).to.deep.equal({
      loginUrl: 'https://login.salesforce.com',
      app: 'PlatformCLI',
      sourceIps: ['127.0.0.1'],
    });
    expect(valueOf(seen.appOauth)).to.deep.equal({
      scopes: ['api'],
      callbackUrls: ['http://localhost:1717/OauthRedirect', 'https://redacted.example/callback-1'],
    });
  });

  it('pair a key and a certificate as before, by no print of theirs', () => {
    const certificate = { subject: 'CN=acme', notBefore: now, notAfter: now, keyType: 'rsa' };
    const keyFile = { state: 'usable', path: '/home/acme/server.key', spki: 'ab'.repeat(32), bits: 2048 } as const;
    const prints = (spki: string): ReadonlyArray<string | undefined> => {
      const seen = redacted({
        keyFile,
        appOauth: { certificate: { ...certificate, spki }, scopes: [], callbackUrls: [] },
      });
      const own = valueOf(seen.keyFile);
      return [own?.state === 'usable' ? own.spki : undefined, valueOf(seen.appOauth)?.certificate?.spki];
    };
    expect(prints(keyFile.spki)).to.deep.equal(['fingerprint.1', 'fingerprint.1']);
    expect(prints('cd'.repeat(32))).to.deep.equal(['fingerprint.1', 'fingerprint.2']);
  });

  it('take no names of users and apps along that nobody asked for', () => {
    const seen = redacted({
      integration: { app: 'Billing', username: 'ci@acme.com', sourceIps: [] },
      appNames: ['Payroll', 'Biling', 'BILLING'],
      usersNear: [
        { username: 'cy@acme.com', isActive: true },
        { username: 'somebody.else@other.example', isActive: true },
      ],
    });
    expect(valueOf(seen.appNames)).to.deep.equal(['app.1', 'app.2']);
    expect(valueOf(seen.usersNear)?.map(({ username }) => username)).to.deep.equal(['user.2@redacted.example']);
  });

  it('stand for the logins of a whole org as well', () => {
    const run = { evidence: evidenceOf({ user }) };
    const seen = { user: 'ci@acme.com', app: 'Billing', sourceIps: ['203.0.113.7'], person: false, logins: 1 };
    const roads = [{ via: 'profile', name: 'Acme Robots' } as const];
    const targetOrg = {
      username: 'ada@acme.com',
      orgId: '00D5e000001AbCdEAK',
      instanceUrl: 'https://acme.my.salesforce.com',
    };
    const saved = redactedLogins({ logins: [{ ...run, seen, roads }], targetOrg });
    expect(JSON.stringify(saved)).to.not.match(/acme|ada|203\.0|Iris/iu);
    expect(saved.logins[0]?.seen).to.include({ user: valueOf(saved.logins[0]!.evidence.user)?.username, app: 'app.1' });
  });
});

describe('the sentence of an audit entry', () => {
  const sentences: ReadonlyArray<readonly [string, string]> = [
    ['Froze user account for Iris Quill', 'Froze user account for ci@acme.com'],
    [
      'Changed profile for user Bob Builder from Sales to Standard User',
      'Changed profile for user […] from […] to Standard User',
    ],
    ['API Enabled was changed from enabled to disabled', 'API Enabled was changed from enabled to disabled'],
    ['Session timeout changed from 12 hours to 120 minutes', 'Session timeout changed from 12 hours to […] minutes'],
    ['Mobile number +49 1511 2345678 of bob@acme.com', '[…] number +49 […] of bob@acme.com'],
  ];
  for (const [sentence, expected] of sentences) it(expected, () => expect(told(sentence, { user })).to.equal(expected));

  it('is the kind of the entry where it has none', () => expect(told('frozeuser', { user })).to.equal('frozeuser'));

  it('is given pseudonyms where it travels', () => {
    const changes = [change('Froze user account for Iris Quill', { by: 'Ada Admin (ada@acme.com)' })];
    expect(valueOf(redacted({ user, changes }).changes)?.[0]).to.include({
      display: 'Froze user account for user.1@redacted.example',
      by: 'user.2@redacted.example',
    });
  });
});

describe('addresses that travel', () => {
  const address = fc.oneof(
    fc.ipV4().filter((ip) => !ip.startsWith('127.')),
    fc.tuple(fc.nat(2), fc.nat(255)).map(([network, host]) => `203.0.${112 + network}.${host}`),
    fc.ipV6().filter((ip) => ipaddr.process(ip).kind() === 'ipv6' && ipaddr.process(ip).range() !== 'loopback'),
  );
  const number = (text: string): string => ipaddr.process(text).toNormalizedString();
  const bytes = (text: string): readonly number[] => ipaddr.process(text).toByteArray();
  const before = (a: string, b: string): boolean => {
    const [one, other] = [bytes(a), bytes(b)];
    const at = one.findIndex((byte, index) => byte !== other[index]);
    return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
  };
  const network = (text: string): string =>
    bytes(text)
      .slice(0, bytes(text).length === 4 ? 3 : 8)
      .join('.');

  it('are other ones, as many, in the same order, and together where they were together', () => {
    fc.assert(
      fc.property(fc.array(address, { minLength: 2, maxLength: 12 }), (all) => {
        const texts = all.map((one) => ipaddr.process(one).toString());
        const moved = movedAddresses(texts, []);
        const now = (text: string): string => moved.get(text)!;
        expect(new Set(moved.values()).size).to.equal(new Set(texts.map(number)).size);
        for (const a of texts)
          for (const b of texts.filter((one) => bytes(one).length === bytes(a).length)) {
            expect(before(now(a), now(b)), `${a} ${b}`).to.equal(before(a, b));
            expect(network(now(a)) === network(now(b)), `${a} ${b}`).to.equal(network(a) === network(b));
          }
      }),
    );
  });

  it('lie inside and outside of the same ranges', () => {
    const host = fc.nat(255);
    fc.assert(
      fc.property(host, host, host, fc.integer({ min: 24, max: 32 }), (one, other, at, bits) => {
        const ranges = [{ start: `203.0.113.${Math.min(one, other)}`, end: `203.0.113.${Math.max(one, other)}` }];
        const sourceIps = [`203.0.113.${at}`, `203.0.113.${at}/${bits}`, '198.51.100.9'];
        const seen = redacted({ integration: { sourceIps }, loginIpRanges: ranges });
        const [asked, held] = [valueOf(seen.integration)!.sourceIps, valueOf(seen.loginIpRanges)!];
        expect(asked.map((source) => placeOf(source, held))).to.deep.equal(
          sourceIps.map((source) => placeOf(source, ranges)),
        );
        expect(JSON.stringify([asked, held])).to.not.match(/203\.0|198\.51/u);
      }),
    );
  });

  it('touch where they touched, and only there', () => {
    const ranges = [
      { start: '203.0.113.0', end: '203.0.113.255' },
      { start: '203.0.114.0', end: '203.0.114.9' },
      { start: '203.0.114.11', end: '203.0.114.20' },
    ];
    const sourceIps = ['203.0.113.0/23', '203.0.114.8/29'];
    const seen = redacted({ integration: { sourceIps }, loginIpRanges: ranges });
    const held = valueOf(seen.loginIpRanges)!;
    expect(valueOf(seen.integration)!.sourceIps.map((source) => placeOf(source, held))).to.deep.equal(
      sourceIps.map((source) => placeOf(source, ranges)),
    );
  });
});
