import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, foreshadows, proves } from '../../src/model/index.ts';
import type { Cause, Diagnosis, Sign, Speaker } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { silent } from '../support/silent.ts';
import { evidence } from '../support/evidence.ts';

const speaker: Speaker = {
  ...silent,
  cause: (id) => ({ title: id, meaning: '' }),
  sign: (id, clueId, kind) => `${id} ${clueId} ${kind}`,
  remedy: (_id, remedy) => ({ title: remedy, steps: [] }),
  blindSpot: ({ fact, why }) => `${fact} ${why}`,
};

/** A cause of the first gate, so that only its role keeps it behind the others. */
const untidy = (sign: Sign | undefined, needs: 'user' | 'loginHours' = 'user'): Cause =>
  bareCause({
    id: 'full-scope',
    gate: 'host',
    blocks: false,

    clues: [clue('state', [needs], () => sign)],
    remedies: [],
  });

const blocking = (id: 'user-frozen' | 'soap-login-disabled', sign: Sign | undefined): Cause => ({
  ...untidy(sign),
  id,
  gate: 'user-state',
  blocks: true,
});

const seen = evidence({ integration: { flow: 'jwt', sourceIps: [] }, user: undefined, refusals: [], loginRows: [] });

const run = (...causes: readonly Cause[]): Diagnosis =>
  diagnose({ evidence: seen, causes, speaker, cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 } });

describe('what is only untidy, or lies ahead', () => {
  it('is no blind spot where it could not be seen, and leaves a login healthy', () => {
    const diagnosis = run(blocking('user-frozen', undefined), untidy(undefined, 'loginHours'));
    expect(diagnosis).to.deep.include({ outcome: 'healthy', blindSpots: [] });
  });

  it('is told for later, behind whatever blocks, and leaves a login healthy', () => {
    expect(run(untidy(proves())).outcome).to.equal('healthy');
    const { findings, outcome } = run(untidy(proves()), blocking('user-frozen', proves()));
    expect(outcome).to.equal('cause-found');
    expect(findings.map(({ role, cause: id }) => `${role} ${id}`)).to.deep.equal([
      'root user-frozen',
      'later full-scope',
    ]);
  });

  it('carries its release where no day is known, suspected, and leaves a login healthy', () => {
    const { findings, outcome } = run(blocking('soap-login-disabled', foreshadows({ season: "Summer '27" })));
    expect(outcome).to.equal('healthy');
    expect(findings[0]).to.include({ role: 'later', standing: 'suspected', season: "Summer '27" });
    expect(findings[0]).to.not.have.property('on');
  });
});
