import { expect } from 'chai';
import sessionInvalid from '../../src/causes/session-invalid-not-oauth.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'session-invalid-not-oauth';

describe(id, () => {
  it('needs a wording: nothing else shows it', () => {
    expect(standing(sessionInvalid, {}).said).to.deep.equal({});
    expect(standing(sessionInvalid, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(sessionInvalid, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(sessionInvalid, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('is proved by a user without any live session, where a wording points there first', () => {
    const refusals = [suspecting(id, 'user-frozen')];
    expect(standing(sessionInvalid, { sessions: [], refusals }).standing).to.equal('confirmed');
    const last = [suspecting('user-frozen', id)];
    expect(standing(sessionInvalid, { sessions: [], refusals: last }).said).to.include({ 'no-session': 'suggests' });
    expect(standing(sessionInvalid, { sessions: [], refusals: [] }).said).to.deep.equal({});
    const session = { createdAt: '2026-11-22T20:00:00Z', endsAt: '2026-11-22T22:00:00Z' };
    expect(standing(sessionInvalid, { sessions: [session], refusals }).standing).to.equal('confirmed');
    const alive = { ...session, endsAt: '2026-11-23T02:30:00Z' };
    expect(standing(sessionInvalid, { sessions: [session, alive], refusals }).standing).to.equal('suspected');
  });

  describe('on a day on which Salesforce ended sessions', () => {
    const { organization } = healthy;
    const refusals = [suspecting(id)];
    const at = (failedAt: string, isSandbox = false) =>
      standing(sessionInvalid, { refusals, failedAt, organization: { ...organization, isSandbox } }).said;

    it('is suspected of access tokens, in sandboxes on a day of their own, and neither before nor after', () => {
      expect(at('2026-11-03T23:59:59Z')).to.deep.equal({ said: 'suggests' });
      expect(at('2026-11-04T00:00:00Z')).to.deep.equal({ said: 'suggests', 'tokens-ended': 'suggests' });
      expect(at('2026-11-05T12:00:00Z')).to.deep.equal({ said: 'suggests' });
      expect(at('2026-11-04T00:00:00Z', true)).to.deep.equal({ said: 'suggests' });
      expect(at('2026-10-21T00:00:00Z', true)).to.deep.equal({ said: 'suggests', 'tokens-ended': 'suggests' });
    });

    it('is suspected of the session ids of outbound messages in their week', () => {
      expect(at('2026-02-22T23:59:59Z')).to.deep.equal({ said: 'suggests' });
      expect(at('2026-02-23T00:00:00Z')).to.deep.equal({ said: 'suggests', 'outbound-message': 'suggests' });
      expect(at('2026-03-02T12:00:00Z')).to.deep.equal({ said: 'suggests' });
    });

    it('says nothing where no session was refused', () => {
      const failedAt = '2026-11-04T00:00:00Z';
      expect(standing(sessionInvalid, { organization, failedAt, refusals: [] }).said).to.deep.equal({});
    });
  });
});
