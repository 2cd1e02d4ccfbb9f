import { expect } from 'chai';
import appNotInstalled from '../../src/causes/app-not-installed.ts';
import type { Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const id = 'app-not-installed';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(appNotInstalled, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(appNotInstalled, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is ruled out for a flow in which it cannot happen', () => {
    const facts = { integration: { ...healthy.integration, flow: 'soap-login' } as const, refusals: [suspecting(id)] };
    expect(standing(appNotInstalled, facts).standing).to.equal('ruled-out');
  });

  it('needs a wording: nothing else shows it', () => {
    expect(standing(appNotInstalled, {}).said).to.deep.equal({});
    expect(standing(appNotInstalled, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(appNotInstalled, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(appNotInstalled, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('is doubted where the user approved the app before apps had to be installed, but not in the device flow', () => {
    const refusals = [suspecting('user-frozen', id)];
    const by = (createdAt: string, flow: Flow = 'web'): unknown =>
      standing(appNotInstalled, {
        integration: { ...healthy.integration, flow },
        refusals,
        grants: [{ appName: 'Marketing Sync', createdAt }],
      }).said;
    expect(by('2025-08-27T23:59:59Z')).to.deep.equal({ said: 'suggests', 'approved-before': 'rules-out' });
    expect(by('2025-08-28T00:00:00Z')).to.deep.equal({ said: 'suggests' });
    expect(by('2025-08-27T23:59:59Z', 'device')).to.deep.equal({ said: 'suggests' });
  });
});
