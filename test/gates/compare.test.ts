import { expect } from 'chai';
import { compareSides, counterpartOf } from '../../src/gates/index.ts';
import { known, unknown } from '../../src/model/index.ts';
import type { AppCheck, ComparedSide, Comparison, Gate, NearUser } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { but } from './support/but.ts';
import { closers, openCase, type Case } from './support/closers.ts';
import { walked, walkEvidence } from './support/walked.ts';

const targetOrg = {
  username: 'admin@acme.example',
  orgId: '00D000000000001AAA',
  instanceUrl: 'https://acme.my.salesforce.com',
};

const inOrg = (check: AppCheck): AppCheck => ({ ...check, targetOrg });

const open = openCase('jwt');

const shut = (gate: Gate): Case => closers[gate]!('jwt', 'connected-app')!(open);

const side = (name: string, check: AppCheck): ComparedSide => ({ name, check });

const compared = (target: AppCheck, other: AppCheck): Comparison =>
  compareSides(side('prod', target), side('uat', other), 5);

const gatesOf = (gates: ReadonlyArray<{ readonly gate: Gate }> | undefined): readonly Gate[] =>
  (gates ?? []).map(({ gate }) => gate);

describe('the same login in two orgs', () => {
  it('that are alike differ at no gate', () => {
    const { differences, unseen, alike, outcome } = compared(inOrg(walked(open)), inOrg(walked(open)));
    expect({ differences, unseen, outcome }).to.deep.equal({ differences: [], unseen: [], outcome: 'healthy' });
    expect(alike).to.have.length(walked(open).gates.length);
  });

  const jwt = (Object.keys(closers) as Gate[]).filter((gate) => closers[gate]?.('jwt', 'connected-app') !== undefined);
  for (const gate of jwt) {
    it(`differ at ${gate} where it is closed in one of them, whichever that is`, () => {
      const closed = inOrg(walked(shut(gate)));
      for (const { differences = [] } of [
        compared(closed, inOrg(walked(open))),
        compared(inOrg(walked(open)), closed),
      ]) {
        const difference = differences.find((one) => one.gate === gate);
        expect(difference?.differs).to.equal('state');
        expect([difference?.target.state, difference?.other.state]).to.have.members(['closed', 'open']);
      }
    });
  }

  it('differ where both are closed by other causes, and not where they are closed by the same', () => {
    const frozen = inOrg(walked(shut('user-state')));
    const inactive = inOrg(walked(but('jwt', { facts: { user: { ...healthy.user!, isActive: false } } })));
    expect(compared(frozen, inactive).differences?.find(({ gate }) => gate === 'user-state')?.differs).to.equal(
      'cause',
    );
    expect(compared(frozen, frozen).differences).to.deep.equal([]);
  });

  it('differ by what lies ahead in one of them only', () => {
    const ahead = inOrg(walked({ ...open, wanted: { ...open.wanted, certWarnDays: 5000 } }));
    const { differences } = compared(ahead, inOrg(walked(open)));
    expect(differences?.map(({ gate, differs }) => [gate, differs])).to.deep.equal([['certificate', 'warnings']]);
  });

  it('are not told apart at a gate that was not seen in both, unless it is closed', () => {
    const blind = inOrg(walkEvidence({ ...evidence(open.facts), loginHours: unknown('unreachable') }, open.wanted));
    const seen = compared(inOrg(walked(open)), blind);
    expect([gatesOf(seen.differences), gatesOf(seen.unseen)]).to.deep.equal([[], ['login-hours']]);
    expect(gatesOf(seen.alike)).to.not.include('login-hours');
    const closed = compared(inOrg(walked(shut('login-hours'))), blind);
    expect(gatesOf(closed.differences)).to.include('login-hours');
  });

  it('are not told apart at all where one could not be looked into, and the other keeps its outcome', () => {
    const closed = inOrg(walked(shut('user-state')));
    const dead: ComparedSide = { name: 'uat', trouble: 'It does not answer.' };
    const comparison = compareSides(side('prod', closed), dead, 5);
    expect(comparison).to.include({ outcome: 'cause-found' }).and.not.have.property('differences');
    expect(comparison.target.deciding?.gate).to.equal('user-state');
    expect(comparison.other).to.include({ trouble: 'It does not answer.', outcome: 'inconclusive' });
    expect(compareSides(dead, side('prod', closed), 5).outcome).to.equal('inconclusive');
    expect(compared(closed, walked(open))).to.not.have.property('differences');
  });

  it('cost what both cost: requests in all, round trips of the slower one', () => {
    const cost = { orgRoundTrips: 3, requests: 9, milliseconds: 1 };
    const slower = { orgRoundTrips: 5, requests: 4, milliseconds: 1 };
    const comparison = compared({ ...inOrg(walked(open)), cost }, { ...inOrg(walked(open)), cost: slower });
    expect(comparison.cost).to.deep.equal({ orgRoundTrips: 5, requests: 13, milliseconds: 5 });
  });
});

describe('who plays the same role in another org', () => {
  const near = (username: string): NearUser => ({ username, isActive: true });
  const found = (username: string, ...users: readonly string[]): string | undefined =>
    counterpartOf({
      ...evidence({ ...healthy, integration: { ...healthy.integration, username } }),
      user: known(undefined, { place: 'org' }),
      usersNear: known(users.map(near), { place: 'org' }),
    });

  it('is the copy that a sandbox made of the user, and the other way round', () => {
    expect(found('bot@acme.com', 'bot2@acme.com', 'bot@acme.com.uat')).to.equal('bot@acme.com.uat');
    expect(found('Bot@acme.com.uat', 'bot@acme.com')).to.equal('bot@acme.com');
  });

  it('is nobody where the name is only alike, where two could be meant, or where the user is there', () => {
    expect(found('bot@acme.com', 'bot@acme.com.uat.old', 'robot@acme.com.uat', 'bot@acme.company')).to.equal(undefined);
    expect(found('bot@acme.com', 'bot@acme.com.uat', 'bot@acme.com.dev')).to.equal(undefined);
    expect(counterpartOf(evidence(healthy))).to.equal(undefined);
  });
});
