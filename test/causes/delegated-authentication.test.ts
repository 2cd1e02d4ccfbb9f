import { expect } from 'chai';
import delegatedAuthentication from '../../src/causes/delegated-authentication.ts';
import wrongPassword from '../../src/causes/wrong-username-or-password.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

const road = { via: 'permission-set', name: 'SSO_Users' } as const;
const integration = { ...healthy.integration, flow: 'soap-login' } as const;
const recorded = [
  row('2026-11-23T01:59:00Z', {
    success: false,
    status: 'Invalid Password',
    decides: 'wrong-username-or-password',
  }),
];
const seen: Partial<Facts> = { integration, singleSignOn: [road], loginRows: [] };

const id = 'delegated-authentication';

describe(id, () => {
  it('is proved where the org recorded a refused password of a user whose password Salesforce does not check', () => {
    const { said, sentences } = standing(delegatedAuthentication, { ...seen, loginRows: recorded });
    expect(said).to.include({ permission: 'proves' });
    expect(sentences.join()).to.include('(by SSO_Users)');
  });

  it('is only suspected where the permission was not seen: Login History words both alike', () => {
    const unseen = { integration, loginRows: [row(recorded[0]?.at ?? '', { ...recorded[0], suspects: [id] })] };
    expect(standing(delegatedAuthentication, unseen).said).to.deep.equal({ 'in-history': 'suggests' });
  });

  it('is only suspected by the wording alone', () => {
    const refusals = [suspecting('wrong-username-or-password', 'user-locked-out')];
    expect(standing(delegatedAuthentication, { ...seen, refusals }).said).to.deep.equal({ permission: 'suggests' });
  });

  it('says nothing where no password was refused, and is ruled out without the permission', () => {
    expect(standing(delegatedAuthentication, seen).said).to.deep.equal({});
    const without = { ...seen, singleSignOn: [], loginRows: recorded };
    expect(standing(delegatedAuthentication, without).standing).to.equal('ruled-out');
  });

  it('is ruled out in a flow without a password', () => {
    const jwt = { ...seen, integration: healthy.integration, loginRows: recorded };
    expect(standing(delegatedAuthentication, jwt).standing).to.equal('ruled-out');
  });

  it('takes the certainty from a wrong password', () => {
    expect(standing(wrongPassword, { ...seen, loginRows: recorded }).standing).to.equal('suspected');
    expect(standing(wrongPassword, { ...seen, singleSignOn: [], loginRows: recorded }).standing).to.equal('confirmed');
  });
});
