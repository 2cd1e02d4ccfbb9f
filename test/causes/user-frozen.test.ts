import { expect } from 'chai';
import userFrozen from '../../src/causes/user-frozen.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

/** Client credentials of an app that acts as another than the user who was named. */
const actingAs = (runAs: Partial<NonNullable<Facts['runAs']>>): Partial<Facts> => ({
  integration: { ...healthy.integration, flow: 'client-credentials' },
  runAs: { username: 'robot@acme.example', isActive: true, apiEnabled: [], apiUserOnly: [], paths: [], ...runAs },
});

describe('user-frozen', () => {
  it('is ruled out while the user is not frozen', () => {
    expect(standing(userFrozen, { ...healthy, refusals: [suspecting('user-frozen')] }).standing).to.equal('ruled-out');
  });

  it('is not decided by an org that tells nothing of the user', () => {
    expect(standing(userFrozen, { refusals: [suspecting('user-frozen')] }).standing).to.equal('suspected');
    expect(
      standing(userFrozen, { userLogin: undefined, runAs: undefined, loginRows: [], refusals: [] }).standing,
    ).to.equal('no-sign');
  });

  it('is proved by the user, and by the row of the failing minute', () => {
    const frozen = standing(userFrozen, { userLogin: { isFrozen: true, isPasswordLocked: false } });
    expect(frozen.said).to.deep.equal({ frozen: 'proves' });
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(userFrozen, { loginRows: [failed] }).standing).to.equal('confirmed');
  });

  it('shows both signs where the user was frozen then and is not now', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    const both = standing(userFrozen, { ...healthy, loginRows: [failed] });
    expect(both.said).to.deep.equal({ 'in-history': 'proves', frozen: 'rules-out' });
    expect(both.standing).to.equal('suspected');
  });

  it('looks at the run-as user of client credentials, who is not the one that was named', () => {
    expect(standing(userFrozen, actingAs({ isFrozen: true })).said).to.deep.equal({ 'run-as': 'proves' });
    expect(standing(userFrozen, actingAs({ isFrozen: false })).said).to.deep.equal({ 'run-as': 'rules-out' });
    const named = {
      ...actingAs({ isFrozen: true }),
      integration: { ...healthy.integration, username: 'robot@acme.example' },
    };
    expect(standing(userFrozen, named).said).to.deep.equal({});
  });
});
