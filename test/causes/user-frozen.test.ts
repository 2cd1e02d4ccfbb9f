import { expect } from 'chai';
import userFrozen from '../../src/causes/user-frozen.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

describe('user-frozen', () => {
  it('is ruled out while the user is not frozen', () => {
    expect(standing(userFrozen, { ...healthy, refusals: [suspecting('user-frozen')] }).standing).to.equal('ruled-out');
  });

  it('is not decided by an org that tells nothing of the user', () => {
    expect(standing(userFrozen, { refusals: [suspecting('user-frozen')] }).standing).to.equal('suspected');
    expect(standing(userFrozen, { userLogin: undefined, loginRows: [], refusals: [] }).standing).to.equal('no-sign');
  });

  it('is proved by the user, and by the row of the failing minute', () => {
    const frozen = standing(userFrozen, { userLogin: { isFrozen: true, isPasswordLocked: false } });
    expect(frozen.said).to.deep.equal({ frozen: 'proves' });
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(userFrozen, { loginRows: [failed] }).standing).to.equal('confirmed');
  });

  it('is only suspected where client credentials act as another user than the one looked at', () => {
    const facts = {
      ...healthy,
      integration: { ...healthy.integration, flow: 'client-credentials' },
      userLogin: { isFrozen: true, isPasswordLocked: false },
    } as const;
    const as = (runAs: string) => ({ ...facts, app: { ...healthy.app!, clientCredentials: { enabled: true, runAs } } });
    expect(standing(userFrozen, as('svc@acme.example')).standing).to.equal('suspected');
    expect(standing(userFrozen, as('INTEGRATION@acme.example')).standing).to.equal('confirmed');
  });

  it('shows both signs where the user was frozen then and is not now', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    const both = standing(userFrozen, { ...healthy, loginRows: [failed] });
    expect(both.said).to.deep.equal({ 'in-history': 'proves', frozen: 'rules-out' });
    expect(both.standing).to.equal('suspected');
  });
});
