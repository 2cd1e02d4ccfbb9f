import { expect } from 'chai';
import wrongEndpoint from '../../src/causes/wrong-endpoint.ts';
import type { Facts, Flow, LoginHost, Refusal } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';
import type { Heard } from '../support/standing.ts';
import { without } from '../support/without.ts';

const sandbox = { ...healthy.organization, isSandbox: true };
const at = (
  url: string,
  kind: LoginHost['kind'],
  more: Partial<LoginHost> = {},
  flow: Flow = 'jwt',
): Partial<Facts> => ({
  integration: { ...healthy.integration, loginUrl: url, flow },
  loginHost: { url, reachable: true, ...(kind === undefined ? {} : { kind }), ...more },
  organization: healthy.organization,
  myDomain: healthy.myDomain,
});
const login = 'https://login.salesforce.com';
const test = 'https://test.salesforce.com';

describe('wrong-endpoint', () => {
  it('is ruled out by a host of the org', () => {
    expect(standing(wrongEndpoint, healthy).standing).to.equal('ruled-out');
    expect(standing(wrongEndpoint, at(login, 'login')).standing).to.equal('ruled-out');
    expect(standing(wrongEndpoint, { ...at(test, 'test'), organization: sandbox }).standing).to.equal('ruled-out');
  });

  it('a host that every org shares rules nothing out for an org or a flow that takes logins at its own host only', () => {
    const asked = at(login, 'login');
    const strict = { ...asked, myDomain: { name: 'acme', apiLoginNeedsMyDomain: true } };
    const by = (flow: Flow) => ({ ...asked.integration!, flow });
    expect(standing(wrongEndpoint, { ...strict, integration: by('soap-login') }).standing).to.equal('confirmed');
    expect(standing(wrongEndpoint, { ...asked, integration: by('client-credentials') }).standing).to.equal('confirmed');
    expect(standing(wrongEndpoint, { ...asked, integration: by('soap-login') }).standing).to.equal('ruled-out');
  });

  it('a host that every org shares rules nothing out for a user of a site', () => {
    const partner = { ...healthy.user!, userType: 'PowerPartner' };
    expect(standing(wrongEndpoint, { ...at(login, 'login'), user: partner }).standing).to.equal('undecided');
    const own = { ...partner, userType: 'Standard' };
    expect(standing(wrongEndpoint, { ...at(login, 'login'), user: own }).standing).to.equal('ruled-out');
  });

  it('is suspected where the trail alone tells that the My Domain was renamed', () => {
    const chosen = (display: string, action = 'domainChosen') => ({
      ...{ at: '2026-11-20T08:00:00Z', by: 'Dana Ops', section: 'My Domain', about: 'org' as const },
      ...{ action, display },
    });
    const seen = (...changes: Array<ReturnType<typeof chosen>>) =>
      standing(wrongEndpoint, { integration: healthy.integration, changes });
    const renamed = seen(chosen('My Domain login URL: https://acme-global.my.salesforce.com', 'enhancedDomainChosen'));
    expect(renamed.said).to.deep.equal({ renamed: 'suggests' });
    expect(renamed.sentences[0]).to.include('acme-global.my.salesforce.com since ');
    // The newest entry counts, a name that is asked for is no sign, and other entries name no login URL.
    expect(
      seen(chosen('now https://acme.my.salesforce.com'), chosen('https://old.my.salesforce.com')).said,
    ).to.deep.equal({});
    expect(seen(chosen('https://acme-global.my.salesforce.com', 'changedPageLayout')).said).to.deep.equal({});
    expect(seen(chosen('')).said).to.deep.equal({});
  });

  it('is proved where the trail tells another name, and nobody answers under the old one', () => {
    const changes = [
      {
        ...{ at: '2026-11-20T08:00:00Z', by: 'Dana Ops', section: 'My Domain', about: 'org' as const },
        ...{ action: 'enhancedDomainChosen', display: 'https://acme-global.my.salesforce.com' },
      },
    ];
    const { integration } = healthy;
    const gone = { url: integration.loginUrl!, reachable: false, trouble: 'ENOTFOUND' };
    const by = (loginHost: LoginHost) => standing(wrongEndpoint, { integration, changes, loginHost });
    expect(by(gone)).to.deep.include({ said: { renamed: 'proves' }, since: '2026-11-20T08:00:00Z' });
    expect(by({ ...gone, trouble: 'ECONNREFUSED' }).said).to.deep.equal({ renamed: 'suggests' });
  });

  describe('a name that the My Domain had before', () => {
    const before = 'https://acme.my.salesforce.com';
    const lost = { ...suspecting('wrong-endpoint'), code: 'unsupported_grant_type' };
    const moved = { ...without(lost, 'code'), status: 301 };
    const seen = (refusals: readonly Refusal[], host: Partial<LoginHost> = {}, name = 'Acme-Global') =>
      standing(wrongEndpoint, {
        integration: { ...healthy.integration, loginUrl: before },
        myDomain: { name },
        refusals,
        loginHost: {
          ...{ url: before, reachable: true, kind: 'my-domain', status: 301 },
          ...{ redirectedTo: 'https://acme-global.my.salesforce.com/x', ...host },
        },
      }).said;

    it('proves it for a client that was told of the redirect, or lost its form by it', () => {
      expect(seen([moved])).to.include({ 'previous-name': 'proves' });
      expect(seen([lost])).to.include({ 'previous-name': 'proves' });
      expect(seen([lost], { status: 302 })).to.include({ 'previous-name': 'proves' });
    });

    it('suggests it where the form may have come through, or something else was refused', () => {
      expect(seen([lost], { status: 307 })).to.include({ 'previous-name': 'suggests' });
      expect(seen([moved], { status: 307 })).to.include({ 'previous-name': 'proves' });
      expect(seen([suspecting('user-frozen', 'wrong-endpoint')])).to.include({ 'previous-name': 'suggests' });
      expect(seen([])).to.include({ 'previous-name': 'suggests' });
    });

    it('is none where it sends on to another org, or to itself', () => {
      expect(seen([moved], {}, 'someone-else')).to.not.have.property('previous-name');
      const itself = { redirectedTo: `${before}/x` };
      expect(seen([moved], itself, 'acme')).to.not.have.property('previous-name');
    });

    it('of a sandbox is known by its name alone', () => {
      const redirectedTo = 'https://acme-global--uat.sandbox.my.salesforce.com/x';
      expect(seen([moved], { redirectedTo }, 'acme-global--uat')).to.include({ 'previous-name': 'proves' });
    });
  });

  describe('an answer of another org', () => {
    const seen = (hosts: readonly string[], more: Partial<Refusal> = {}, loginUrl?: string) =>
      standing(wrongEndpoint, {
        integration: { ...without(healthy.integration, 'loginUrl'), ...(loginUrl === undefined ? {} : { loginUrl }) },
        myDomain: { name: 'Acme--uat' },
        refusals: hosts.map((host) => ({ ...suspecting('user-not-preauthorized'), origin: 'text', host, ...more })),
      }).said;
    const told = { 'said-elsewhere': 'suggests' };

    it('is told by the My Domain that gave it', () => {
      expect(seen(['stranger.my.salesforce.com'])).to.deep.equal(told);
      expect(seen(['acme.my.salesforce.com'])).to.deep.equal(told);
    });

    it('is none of this org’s own, of a host that all share, of several, of a bystander or of our own login', () => {
      for (const host of ['acme--uat.sandbox.my.salesforce.com', 'ACME--uat.my.salesforce.com', 'test.salesforce.com'])
        expect(seen([host]), host).to.deep.equal({});
      expect(seen(['stranger.my.salesforce.com', 'acme--uat.my.salesforce.com'])).to.deep.equal({});
      expect(seen(['stranger.my.salesforce.com'], { role: 'bystander' })).to.deep.equal({});
      expect(seen(['stranger.my.salesforce.com'], { origin: 'attempt' })).to.deep.equal({});
    });

    it('is said by the login URL already, where that is the same', () => {
      const stranger = 'stranger.my.salesforce.com';
      expect(seen([stranger], {}, `https://${stranger}`)).to.not.have.property('said-elsewhere');
    });
  });

  it('is not judged by a host that was only assumed', () => {
    const integration = without(healthy.integration, 'loginUrl');
    expect(standing(wrongEndpoint, { ...at(test, 'test'), integration }).said).to.deep.equal({});
  });

  it('is proved by a production host for a sandbox, and the reverse', () => {
    expect(standing(wrongEndpoint, { ...at(login, 'login'), organization: sandbox }).standing).to.equal('confirmed');
    expect(standing(wrongEndpoint, at(test, 'test')).standing).to.equal('confirmed');
  });

  it('is proved by the My Domain of another org, whether ids are long or short', () => {
    const mine = 'https://acme.my.salesforce.com';
    expect(standing(wrongEndpoint, at(mine, 'my-domain', { orgId: '00D000000000002' })).standing).to.equal('confirmed');
    expect(standing(wrongEndpoint, at(mine, 'my-domain', { orgId: '00D000000000001AAA' })).standing).to.equal(
      'ruled-out',
    );
    expect(standing(wrongEndpoint, at(mine, 'my-domain')).said).to.deep.equal({});
  });

  it('is only suspected at a host that we do not know', () => {
    expect(standing(wrongEndpoint, at('https://sso.example', 'other')).standing).to.equal('suspected');
  });

  it('is proved by a host of the user interface, and by plain http', () => {
    const ui = without(at('https://acme.lightning.force.com', 'other'), 'organization');
    expect(standing(wrongEndpoint, ui).said).to.deep.equal({ 'takes-no-login': 'proves' });
    const plain = without(at('http://login.salesforce.com', 'login'), 'organization');
    expect(standing(wrongEndpoint, plain).said).to.deep.equal({ 'not-https': 'proves' });
    const loopback = without(at('http://localhost:8443', 'other'), 'organization');
    expect(standing(wrongEndpoint, loopback).said).to.deep.equal({});
  });

  it('is proved for client credentials at a general host', () => {
    const facts = without(at(login, 'login', {}, 'client-credentials'), 'organization');
    expect(standing(wrongEndpoint, facts).said).to.deep.equal({ 'needs-my-domain': 'proves' });
  });

  it('is proved for SOAP login at a general host where the org wants its My Domain', () => {
    const soap = at(login, 'login', {}, 'soap-login');
    const strict = { ...soap, myDomain: { apiLoginNeedsMyDomain: true } };
    expect(standing(wrongEndpoint, strict).said).to.include({ 'api-needs-my-domain': 'proves' });
    expect(standing(wrongEndpoint, { ...soap, myDomain: {} }).said).not.to.have.property('api-needs-my-domain');
  });

  it('is not ruled out against a wording that has it alone', () => {
    const facts = { ...at(login, 'login'), refusals: [deciding('wrong-endpoint')] };
    expect(standing(wrongEndpoint, facts).standing).to.equal('confirmed');
  });

  it('may come for a host of another instance than the org lives on, and is there in sandboxes already', () => {
    const by = (loginUrl: string, isSandbox = false, instanceName = 'NA45'): Heard =>
      standing(wrongEndpoint, {
        integration: { ...healthy.integration, loginUrl },
        organization: { ...healthy.organization, instanceName, isSandbox },
      });
    expect(by('https://cs42.salesforce.com')).to.include({ standing: 'suspected', season: "Spring '27" });
    expect(by('https://acme--uat.cs42.my.salesforce.com', true).said).to.include({ 'instance-host': 'suggests' });
    expect(by('https://na45.salesforce.com').said).to.deep.equal({ 'own-instance-host': 'foretells' });
    expect(by('https://na45.salesforce.com', true).said).to.deep.equal({});
    expect(by('https://acme.my.salesforce.com').said).to.deep.equal({});
    expect(by('https://acme45.my.salesforce.com').said).to.deep.equal({});
  });

  it('is suspected of a host that sends on to another, or shows a web page', () => {
    const { integration } = healthy;
    const host = { url: 'https://acme.example', reachable: true, kind: 'other', status: 200 } as const;
    const said = (more: object) => standing(wrongEndpoint, { integration, loginHost: { ...host, ...more } }).said;
    expect(said({ status: 301, redirectedTo: 'https://www.acme.example' })).to.deep.equal({ redirects: 'suggests' });
    expect(said({ html: true })).to.deep.equal({ page: 'suggests' });
    // Salesforce's own page of maintenance, and a My Domain that answers, are another matter.
    expect(said({ html: true, page: 'maintenance' })).to.deep.equal({});
    expect(said({ html: true, kind: 'my-domain' })).to.deep.equal({});
  });

  it('names the variable by which the CLI logs in elsewhere, where a wording points at the host', () => {
    const facts = {
      integration: { ...healthy.integration, login: 'ci' },
      environment: { instance: { variable: 'SF_ORG_INSTANCE_URL', url: 'https://test.salesforce.com' } },
    };
    const refusals = [suspecting('wrong-endpoint')];
    expect(standing(wrongEndpoint, { ...facts, refusals }).said).to.include({ 'instance-variable': 'suggests' });
    expect(standing(wrongEndpoint, facts).said).to.deep.equal({});
    const same = {
      environment: { instance: { variable: 'SF_ORG_INSTANCE_URL', url: 'https://acme.my.salesforce.com/' } },
    };
    expect(standing(wrongEndpoint, { ...facts, ...same, refusals }).said).to.deep.equal({ said: 'suggests' });
  });
});
