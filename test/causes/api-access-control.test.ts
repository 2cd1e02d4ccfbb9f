import { expect } from 'chai';
import apiAccessControl from '../../src/causes/api-access-control.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'api-access-control';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(apiAccessControl, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(apiAccessControl, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is ruled out for a flow in which it cannot happen', () => {
    const facts = { integration: { ...healthy.integration, flow: 'soap-login' } as const, refusals: [suspecting(id)] };
    expect(standing(apiAccessControl, facts).standing).to.equal('ruled-out');
  });

  it('needs a wording: nothing else shows it', () => {
    expect(standing(apiAccessControl, {}).said).to.deep.equal({});
    expect(standing(apiAccessControl, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(apiAccessControl, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(apiAccessControl, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('is more than a wording where the org refuses whoever looks in the same words', () => {
    const facts = { refusals: [suspecting('missing-scope', id)] };
    expect(standing(apiAccessControl, { ...facts, orgRefusal: suspecting(id) }).said).to.include({
      'shuts-us-out': 'suggests',
    });
    expect(standing(apiAccessControl, { ...facts, orgRefusal: suspecting('user-frozen') }).said).to.deep.equal({
      said: 'suggests',
    });
  });

  it('is ruled out where the switch is off or was never given, but for users of communities', () => {
    const user = { ...healthy.user!, userType: 'Standard' };
    const facts = { user, refusals: [suspecting(id)] };
    for (const apiAccess of [{}, { adminApprovedAppsOnly: false }])
      expect(standing(apiAccessControl, { ...facts, apiAccess }).standing).to.equal('ruled-out');
    const customer = { ...user, userType: 'CspLitePortal' };
    expect(standing(apiAccessControl, { ...facts, user: customer, apiAccess: {} }).standing).to.equal('suspected');
  });

  it('is proved where the switch is on, the app is not installed, and the user may not use any client', () => {
    const user = { ...healthy.user!, userType: 'Standard' };
    const on = { apiAccess: { adminApprovedAppsOnly: true }, integration: healthy.integration, user };
    const appTokens = { total: 1, notInstalled: 1, neverUsed: 0 };
    const stopped = { ...on, app: undefined, appTokens, anyApiClient: [], refusals: [suspecting('missing-scope', id)] };
    expect(standing(apiAccessControl, stopped)).to.deep.include({
      standing: 'confirmed',
      said: { said: 'suggests', 'switch-on': 'proves' },
    });
    // Without a token the name may be mistyped.
    for (const other of [{ ...stopped, appTokens: { ...appTokens, total: 0 } }, without(stopped, 'appTokens')])
      expect(standing(apiAccessControl, other).standing).to.equal('suspected');
    // Users of communities have a switch of their own.
    const customer = { ...user, userType: 'CspLitePortal' };
    expect(standing(apiAccessControl, { ...stopped, user: customer }).standing).to.equal('suspected');
    expect(standing(apiAccessControl, { ...stopped, refusals: [] }).told).to.deep.equal({ 'switch-on': 'untold' });
  });

  it('is ruled out for a user who may use any client, while the switch is on and nothing names it alone', () => {
    const anyApiClient = [{ via: 'permission-set', name: 'Any Client' }] as const;
    const facts = { apiAccess: { adminApprovedAppsOnly: true }, integration: healthy.integration, anyApiClient };
    for (const app of [undefined, { ...healthy.app!, permittedUsers: 'self-authorized' as const }])
      expect(standing(apiAccessControl, { ...facts, app, refusals: [suspecting(id)] }).said).to.deep.equal({
        said: 'suggests',
        'any-client': 'rules-out',
      });
    expect(standing(apiAccessControl, { ...facts, app: undefined, refusals: [deciding(id)] }).said).to.deep.equal({
      said: 'proves',
    });
    expect(standing(apiAccessControl, { ...facts, apiAccess: {}, app: undefined }).said).to.deep.equal({});
  });

  it('is more than a wording where the switch is on and the app is not installed, and not proved while it is not seen whether the user may use any client', () => {
    const on = { apiAccess: { adminApprovedAppsOnly: true }, integration: healthy.integration };
    const seen = standing(apiAccessControl, { ...on, app: undefined, refusals: [suspecting(id)] });
    expect(seen.said).to.deep.equal({ said: 'suggests', 'switch-on': 'suggests' });
    const unheard = standing(apiAccessControl, { ...on, app: undefined, refusals: [] });
    expect(unheard).to.include({ standing: 'undecided' });
    expect(unheard.told).to.deep.equal({ 'switch-on': 'untold' });
    expect(standing(apiAccessControl, { ...on, app: healthy.app, refusals: [suspecting(id)] }).said).to.deep.equal({
      said: 'suggests',
    });
  });
});
