import { expect } from 'chai';
import personAsIntegrationUser from '../../src/causes/person-as-integration-user.ts';
import type { Facts, Integration, LoginRow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';
import { without } from '../support/without.ts';

const browser = (day: number, overrides: Partial<LoginRow> = {}): LoginRow =>
  row(`2026-11-${String(day)}T08:00:00Z`, { loginType: 'Application', application: 'Browser', ...overrides });

const seen = (loginRows: readonly LoginRow[], integration: Partial<Integration> = {}): Partial<Facts> => ({
  integration: { ...healthy.integration, ...integration },
  loginRows,
});

const week = [browser(20), browser(19), browser(18)];

describe('person-as-integration-user', () => {
  it('says nothing of rows of the integration alone', () => {
    expect(standing(personAsIntegrationUser, healthy).said).to.deep.equal({});
  });

  it('is proved by logins in a browser on three days, and tells the last', () => {
    const heard = standing(personAsIntegrationUser, seen([...week, browser(18)]));
    expect(heard.standing).to.equal('confirmed');
    expect(heard.sentences[0]).to.include('3 days').and.include('2026-11-20T08:00:00Z');
  });

  it('knows a browser by the sub-type too, by name or label', () => {
    for (const loginSubType of ['UsernamePasswordUiLogin', 'UI Username-Password']) {
      const rows = [20, 19, 18].map((day) => browser(day, { loginType: 'Other', loginSubType }));
      expect(standing(personAsIntegrationUser, seen(rows)).standing).to.equal('confirmed');
    }
  });

  it('takes two days for somebody who set the user up, however often', () => {
    const rows = [browser(20), browser(20, { id: 'b' }), browser(20, { id: 'c' }), browser(19)];
    expect(standing(personAsIntegrationUser, seen(rows)).said).to.deep.equal({});
  });

  it('does not count logins that failed: those may be anybody', () => {
    const rows = week.map((one) => ({ ...one, success: false, status: 'Invalid Password' }));
    expect(standing(personAsIntegrationUser, seen(rows)).said).to.deep.equal({});
  });

  it('says nothing where a person is meant to log in, or where the flow is not known', () => {
    for (const flow of ['web', 'device'] as const)
      expect(standing(personAsIntegrationUser, seen(week, { flow })).standing).to.equal('ruled-out');
    const cli = { flow: 'refresh-token', consumerKey: 'PlatformCLI' } as const;
    expect(standing(personAsIntegrationUser, seen(week, cli)).said).to.deep.equal({});
    expect(standing(personAsIntegrationUser, seen(week, { flow: 'refresh-token' })).standing).to.equal('confirmed');
    const integration = without(healthy.integration, 'flow');
    expect(standing(personAsIntegrationUser, { integration, loginRows: week }).said).to.deep.equal({});
  });
});
