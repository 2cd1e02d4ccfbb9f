import { expect } from 'chai';
import requestMalformed from '../../src/causes/client-request-malformed.ts';
import type { Refusal } from '../../src/model/index.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const id = 'client-request-malformed';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(
      standing(requestMalformed, { loginRows: [failed], refusals: [suspecting(id, 'user-frozen')] }).standing,
    ).to.equal('ruled-out');
  });

  it('is left open where the wording comes before the user: then the row is of another login', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(requestMalformed, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal(
      'suspected',
    );
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(requestMalformed, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is the more likely where the org blocks the user-agent flow and the answer is the one for it', () => {
    const unsupported = { ...suspecting(id), code: 'unsupported_response_type' };
    const said = (refusals: readonly Refusal[], userAgentFlowBlocked: boolean) =>
      standing(requestMalformed, { refusals, oauthSettings: { userAgentFlowBlocked } }).said;
    expect(said([unsupported], true)).to.deep.equal({ said: 'suggests', 'user-agent-flow': 'suggests' });
    expect(said([unsupported], false)).to.deep.equal({ said: 'suggests' });
    expect(said([suspecting(id)], true)).to.deep.equal({ said: 'suggests' });
  });

  it('needs a wording: nothing else shows it', () => {
    expect(standing(requestMalformed, {}).said).to.deep.equal({});
    expect(standing(requestMalformed, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(requestMalformed, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(requestMalformed, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });
});
