import { expect } from 'chai';
import { notLookedAt } from '../../src/gates/not-looked-at.ts';
import { unknown } from '../../src/model/index.ts';
import type { Attempt, Facts, Flow } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { suspecting } from '../support/standing.ts';

const by = (flow: Flow, more: Partial<Facts> = {}) =>
  notLookedAt(evidence({ integration: { sourceIps: [], flow }, refusals: [], ...more }));

describe('what stands behind every gate, and was not looked at', () => {
  const granted: Attempt = { host: 'acme.my.salesforce.com', granted: true };

  it('is a real login, and what one was told that failed', () => {
    for (const flow of ['jwt', 'web', 'client-credentials', 'refresh-token'] as const)
      expect(by(flow), flow).to.deep.equal(['real-login', 'words']);
  });

  it('is the password too, of a login by one', () => {
    for (const flow of ['password', 'soap-login'] as const)
      expect(by(flow), flow).to.deep.equal(['password', 'real-login', 'words']);
  });

  it('is no login that was tried, and no words that are there', () => {
    expect(by('jwt', { attempt: granted })).to.deep.equal(['words']);
    expect(by('jwt', { attempt: granted, refusals: [suspecting('user-frozen')] })).to.deep.equal([]);
  });

  it('is a login that was tried and not answered', () => {
    const seen = evidence({ integration: { sourceIps: [], flow: 'jwt' }, refusals: [] });
    expect(notLookedAt({ ...seen, attempt: unknown('timed-out', undefined, { place: 'login-host' }) })).to.include(
      'real-login',
    );
  });
});
