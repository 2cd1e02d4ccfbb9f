import { expect } from 'chai';
import { learnFromRows, learnFromText } from '../../../src/loginhistory/one-login/index.ts';
import type { Integration, LoginRow } from '../../../src/model/index.ts';
import { now } from '../../support/evidence.ts';
import { deciding, row, suspecting } from '../../support/standing.ts';
import { without } from '../../support/without.ts';

const nobodySaid: Integration = { sourceIps: [] };
const learn = (rows: readonly LoginRow[], integration = nobodySaid) =>
  learnFromRows(rows, { integration, failedAt: undefined, now, refusals: [] });
const failed = row('2026-11-23T01:00:00Z', {
  success: false,
  status: 'Restricted IP',
  application: 'Billing',
  loginSubType: 'OauthClientCredentials',
  loginUrl: 'acme.my.salesforce.com',
});

describe('what the rows tell of the integration', () => {
  it('app, flow and host of the failing row, marked as learnt', () => {
    expect(learn([failed])).to.deep.equal({
      sourceIps: [],
      app: 'Billing',
      flow: 'client-credentials',
      loginUrl: 'https://acme.my.salesforce.com',
      learnt: ['app', 'flow', 'loginUrl'],
    });
  });

  it('what was said stays', () => {
    const said: Integration = { app: 'Other', flow: 'jwt', loginUrl: 'https://login.salesforce.com', sourceIps: [] };
    expect(learn([failed], said)).to.deep.equal(said);
    const host = { app: 'Billing', loginUrl: 'https://login.salesforce.com', sourceIps: [] };
    expect(learn([failed], host)).to.deep.equal({ ...host, flow: 'client-credentials', learnt: ['flow'] });
    expect(learn([failed], { consumerKey: '3MVG9', sourceIps: [] })).to.not.have.property('app');
  });

  it('without a failure, only what all rows have in common', () => {
    const [a, b] = [row('2026-11-23T01:00:00Z'), row('2026-11-22T01:00:00Z', { application: 'Billing' })];
    expect(learn([a, b])).to.deep.equal(nobodySaid);
    for (const rows of [[a], [a, without(b, 'application')]])
      expect(learn(rows)).to.deep.equal({ sourceIps: [], app: 'Marketing Sync', learnt: ['app'] });
  });

  it('no app where the column says that there was none, whatever the login was', () => {
    for (const application of ['N/A', 'Browser']) {
      const learnt = learn([{ ...failed, application }]);
      expect(learnt, application).to.include({ flow: 'client-credentials' }).and.not.have.property('app');
    }
    expect(learn([without(failed, 'application')])).to.not.have.property('app');
  });

  it('no flow of a login in a browser, or by one that is none of these, and no host where the row has none', () => {
    for (const loginSubType of ['UiLogin', 'OauthUserAgent'])
      expect(learn([{ ...failed, loginSubType }]), loginSubType).to.not.have.property('flow');
    expect(learn([without(failed, 'loginUrl')]))
      .to.include({ app: 'Billing' })
      .and.not.have.property('loginUrl');
  });

  it('the host alone of a whole URL, and nothing of what is no host of Salesforce', () => {
    const told = (loginUrl: string) => learn([{ ...failed, loginUrl }]).loginUrl;
    expect(told('https://acme.my.salesforce.com/services/oauth2\n/token')).to.equal('https://acme.my.salesforce.com');
    for (const host of [
      'ci@acme.my.salesforce.com',
      'xhttps://acme.my.salesforce.com',
      'acme.my.salesforce.com.example',
      'acme.mysalesforce.com',
    ])
      expect(told(host), host).to.equal(undefined);
  });

  it('no app of a login that goes through none, and no host that is not one of Salesforce', () => {
    const soap = { ...failed, application: 'N/A', loginSubType: 'SoapApiLogin', loginUrl: 'somewhere' };
    expect(learn([soap])).to.deep.equal({ sourceIps: [], flow: 'soap-login', learnt: ['flow'] });
    expect(learn([{ ...soap, application: 'Billing' }])).to.not.have.property('app');
  });
});

describe('what the text tells of the integration', () => {
  const saying = (phrase: string) => ({ ...suspecting(), phrase });

  it('the flow, where its wording stands in one flow alone', () => {
    expect(learnFromText(nobodySaid, [saying('grant.no_cc_user')])).to.deep.equal({
      sourceIps: [],
      flow: 'client-credentials',
      learnt: ['flow'],
    });
    expect(learnFromText({ ...nobodySaid, flow: 'jwt' }, [saying('grant.no_cc_user')]).flow).to.equal('jwt');
  });

  it('nothing, where the wording is of every flow or of no phrase', () => {
    for (const refusal of [saying('grant.user_frozen'), suspecting('user-frozen')])
      expect(learnFromText(nobodySaid, [refusal])).to.deep.equal(nobodySaid);
  });

  const flows = {
    'client-credentials': ['grant.no_cc_user', 'grant.cc_not_enabled'],
    'refresh-token': ['grant.expired_token', 'grant.token_validity_expired', 'grant.token_in_progress'],
    web: ['grant.invalid_code'],
    jwt: ['grant.invalid_assertion'],
    'soap-login': ['soap.invalid_login', 'soap.token', 'soap.disabled'],
  };
  for (const [flow, phrases] of Object.entries(flows))
    it(`${flow}: ${phrases.join(', ')}`, () => {
      for (const phrase of phrases) expect(learnFromText(nobodySaid, [saying(phrase)]).flow, phrase).to.equal(flow);
    });

  it('nothing, where it may be any, or two', () => {
    expect(learnFromText(nobodySaid, [deciding('user-inactive')])).to.deep.equal(nobodySaid);
    // An assertion that is too old is answered with it, as a code is.
    expect(learnFromText(nobodySaid, [saying('grant.expired_code')])).to.deep.equal(nobodySaid);
    const two = [saying('grant.no_cc_user'), saying('soap.disabled')];
    expect(learnFromText(nobodySaid, two)).to.deep.equal(nobodySaid);
  });
});
