import { expect } from 'chai';
import type { HostUse } from '../../src/loginhistory/reading/index.ts';
import type { LoginGroup } from '../../src/loginhistory/reading/tally/group.ts';
import { valueOf } from '../../src/model/index.ts';
import type { Evidence } from '../../src/model/index.ts';
import { evidenceOf } from '../../src/preview/assume.ts';
import { fromRun } from '../../src/preview/from-run.ts';
import { integrationsIn, type Watched } from '../../src/preview/integrations.ts';
import { evidence, now } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { without } from '../support/without.ts';

const at = (day: number, hour: number): number => Date.UTC(2026, 10, day, hour, 5);

const group = (over: Partial<LoginGroup> = {}): LoginGroup => ({
  status: 'Success',
  success: true,
  application: 'Marketing Sync',
  loginType: 'Remote Access 2.0',
  user: '005000000000001AAA',
  sourceIp: '203.0.113.7',
  hour: at(22, 2),
  span: 3_600_000,
  count: 3,
  first: at(22, 2),
  last: at(22, 2),
  ...over,
});

const named = (id: string): string => (id === '005000000000001AAA' ? 'integration@acme.example' : id);

let hosts: readonly HostUse[] = [];

const all = (...groups: readonly LoginGroup[]): readonly Watched[] =>
  integrationsIn(groups, { nameOf: named, exactTimes: true, hostsOf: () => hosts });

describe('the integrations of a window', () => {
  it('are told apart by user, app, kind of login and address', () => {
    const found = all(
      group(),
      group({ count: 4, first: at(21, 2), last: at(21, 2) }),
      group({ sourceIp: '203.0.113.8' }),
      group({ application: 'Other' }),
      group({ user: '005000000000002AAA' }),
      group({ loginSubType: 'OauthRefreshToken' }),
    );
    expect(found).to.have.length(5);
    expect(found[0]?.seen).to.deep.equal({
      user: 'integration@acme.example',
      app: 'Marketing Sync',
      loginType: 'Remote Access 2.0',
      sourceIps: ['203.0.113.7'],
      person: false,
      logins: 7,
      lastLogin: '2026-11-22T02:05:00.000Z',
    });
    expect(found.at(-1)?.seen.flow).to.equal('refresh-token');
  });

  it('have logged in: what only failed is none', () => {
    expect(all(group({ success: false, status: 'Invalid Password' }))).to.deep.equal([]);
    const [one] = all(group(), group({ success: false, status: 'Restricted IP', last: at(22, 4) }));
    expect(one?.seen.failing).to.equal(true);
    expect(one?.seen.logins).to.equal(3);
  });

  it('come by a host, where all of them came by the same one of Salesforce', () => {
    const use = (host: string, over: Partial<HostUse> = {}): HostUse => ({
      user: '005000000000001AAA',
      application: 'Marketing Sync',
      loginType: 'Remote Access 2.0',
      host,
      ...over,
    });
    const urlBy = (...seen: readonly HostUse[]): string | undefined => {
      hosts = seen;
      const [one] = all(group());
      hosts = [];
      return one?.seen.loginUrl;
    };
    expect(urlBy(use('login.salesforce.com'), use('Login.salesforce.com'))).to.equal('https://login.salesforce.com');
    expect(urlBy(use('login.salesforce.com'), use('acme.my.salesforce.com'))).to.equal(undefined);
    expect(urlBy(use('acme.my.salesforce.com'), use('login.salesforce.com', { application: 'Other' }))).to.equal(
      'https://acme.my.salesforce.com',
    );
    expect(urlBy(use('acme.my.salesforce.com', { user: '005000000000002AAA' }))).to.equal(undefined);
    expect(urlBy(use('Unknown'))).to.equal(undefined);
  });

  it('are no people in a browser, and none by single sign-on', () => {
    const people = all(
      group({ loginType: 'Application', application: 'Browser' }),
      group({ loginType: 'SAML Sfdc Initiated SSO', application: 'Browser' }),
    );
    expect(people.map(({ seen }) => [seen.person, seen.app])).to.deep.equal([
      [true, undefined],
      [true, undefined],
    ]);
  });

  it('log in at each time that is told, and between the first and the last of many', () => {
    const [one] = all(
      group({ count: 2, first: at(22, 2), last: at(22, 2) + 60_000 }),
      group({ count: 3, first: at(22, 9), last: at(22, 11) }),
    );
    expect(one?.times).to.deep.equal([
      { from: '2026-11-22T09:05:00.000Z', to: '2026-11-22T11:05:00.000Z' },
      { from: '2026-11-22T02:06:00.000Z', to: '2026-11-22T02:06:00.000Z' },
      { from: '2026-11-22T02:05:00.000Z', to: '2026-11-22T02:05:00.000Z' },
    ]);
  });

  it('log in at one time of those that lie a week apart, not of all in one hour', () => {
    const [one] = all(
      group({ count: 1, first: at(15, 2), last: at(15, 2) }),
      group({ count: 1, first: at(22, 2), last: at(22, 2) }),
      group({ count: 1, first: at(22, 2) + 60_000, last: at(22, 2) + 60_000 }),
    );
    expect(one?.times.map(({ from }) => from)).to.deep.equal(['2026-11-22T02:06:00.000Z', '2026-11-22T02:05:00.000Z']);
  });

  it('log in at some time of a span where the org told no times, and no later than it began for sure', () => {
    const [one] = integrationsIn([group({ first: at(22, 2), last: at(22, 3) })], {
      nameOf: named,
      exactTimes: false,
      hostsOf: () => [],
    });
    expect(one?.times).to.deep.equal([
      { from: '2026-11-22T02:05:00.000Z', to: '2026-11-22T03:05:00.000Z', vague: true },
    ]);
    expect(one?.seen.lastLogin).to.equal('2026-11-22T02:05:00.000Z');
  });
});

describe('what is taken for granted of an integration', () => {
  const [watched] = all(group());
  const facts = evidence(healthy);
  const seenWith = (over: Partial<Evidence>): Evidence =>
    evidenceOf(watched!, { ...facts, ...over }, { now, keyInUse: 'in use' });
  const oauth = healthy.appOauth!;

  it('where the app has a certificate and no device flow, it signs, with the key of that certificate', () => {
    const seen = seenWith({});
    expect(valueOf(seen.integration)).to.include({ flow: 'jwt', username: 'integration@acme.example' });
    expect(valueOf(seen.keyFile)).to.deep.equal({ state: 'usable', path: 'in use', spki: 'aa11', bits: 2048 });
    expect(valueOf(seen.loginRows)).to.have.length(1);
  });

  it('no flow is known where there are two ways, or where nothing was seen', () => {
    const both = evidence({ ...healthy, appOauth: { ...oauth, deviceFlowEnabled: true } });
    expect(valueOf(seenWith({ appOauth: both.appOauth }).integration)?.flow).to.equal(undefined);
    const none = evidence(without(healthy, 'appOauth'));
    expect(valueOf(seenWith({ appOauth: none.appOauth }).integration)?.flow).to.equal(undefined);
  });

  it('a row of another kind is of no signed assertion', () => {
    const [other] = all(group({ loginSubType: 'OauthSamlAssertion' }));
    const [soap] = all(group({ loginType: 'Other Apex API' }));
    for (const one of [other!, soap!])
      expect(valueOf(evidenceOf(one, facts, { now, keyInUse: '' }).integration)?.flow).to.equal(undefined);
  });

  it('the key is not known where the app was changed after the login', () => {
    const changed = evidence({ ...healthy, app: { ...healthy.app!, changedAt: '2026-11-22T03:00:00.000Z' } });
    expect(seenWith({ app: changed.app }).keyFile.state).to.equal('unknown');
  });
});

describe('saved evidence as an integration', () => {
  it('is the login that it is about, from where it went well', () => {
    const [one] = fromRun(evidence({ ...healthy, integration: { ...healthy.integration, sourceIps: [] } }));
    expect(one?.seen).to.include({ user: 'integration@acme.example', app: 'Marketing Sync', logins: 1 });
    expect(one?.seen.sourceIps).to.deep.equal(['203.0.113.7']);
    expect(one?.times).to.deep.equal([{ from: '2026-11-23T01:00:00Z', to: '2026-11-23T01:00:00Z' }]);
  });

  it('is of nobody where nobody was named', () => {
    expect(fromRun(evidence({ integration: { sourceIps: [] } }))).to.deep.equal([]);
  });
});
