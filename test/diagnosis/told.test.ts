import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, proves, rulesOut, suggests, tells, unknown, untold } from '../../src/model/index.ts';
import type { Cause, CauseId, Evidence, FactName, LoginRow, Sign } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { silent } from '../support/silent.ts';
import { row, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const run = (causes: readonly Cause[], facts: Evidence) => diagnose({ evidence: facts, causes, speaker: silent, cost });

describe('what a diagnosis shows', () => {
  const facts = evidence({ user: undefined, refusals: [suspecting('user-frozen')] });
  const sourcesWith = (also: readonly FactName[], ...needs: readonly FactName[]) => {
    const clues = [{ ...clue('state', needs, () => proves()), also }];
    const frozen = bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues, remedies: [] });
    return run([frozen], facts).findings[0]?.signs[0]?.sources;
  };

  const sources = (...needs: readonly FactName[]) => sourcesWith(['loginHours'], ...needs);

  it('is the text as the source of what was read in it alone, and nothing of what was only asked, or not seen', () => {
    expect(sources('refusals')).to.deep.equal([{ place: 'org', name: 'refusals' }]);
    expect(sources('refusals', 'user')).to.deep.equal([{ place: 'org', name: 'user' }]);
    for (const name of ['integration', 'now', 'failedAt', 'answers'] as const)
      expect(sources(name), name).to.deep.equal([]);
    expect(sourcesWith(['answers'], 'refusals'), 'what somebody answered').to.deep.equal([]);
  });

  it('is the user and the app that were looked for, and are not there', () => {
    const absent = (seen: Parameters<typeof evidence>[0]) => run([], evidence(seen)).absent;
    expect(absent({ user: undefined, app: undefined })).to.deep.equal(['user', 'app']);
    expect(absent({ user: undefined, app: healthy.app })).to.deep.equal(['user']);
    expect(absent({ app: undefined }), 'nobody looked for the user').to.deep.equal(['app']);
  });

  it('is the row of the failure, with its app and its address where it has them', () => {
    const [id, at, status] = ['0Ya1', '2026-11-23T01:50:00Z', 'User Is Frozen'];
    const failed = row(at, { id, status, success: false, decides: 'user-frozen', loginType: 'Remote Access 2.0' });
    const shown = (one: LoginRow) => run([], evidence({ refusals: [], loginRows: [one] })).failingRow;
    const application = 'Marketing Sync';
    expect(shown(failed)).to.deep.equal({ id, at, status, application, sourceIp: '203.0.113.7' });
    expect(shown(without(failed, 'application', 'sourceIp'))).to.deep.equal({ id, at, status });
  });

  it('is what an attempt came to, where one was made', () => {
    const attempt = { host: 'acme.my.salesforce.com', granted: false } as const;
    expect(run([], evidence({ attempt })).attempt).to.deep.equal(attempt);
    expect(run([], evidence({}))).to.not.have.property('attempt');
  });

  it('is the title of what was proved, whatever else was suspected', () => {
    const clues = [clue('state', ['user'], () => proves()), clue('beside', ['user'], () => suggests())];
    const frozen = bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues, remedies: [] });
    const speaker = {
      ...silent,
      cause: (_id: CauseId, proofs: readonly string[] = []) => ({ title: proofs.join(), meaning: '' }),
    };
    const [found] = diagnose({ evidence: facts, causes: [frozen], speaker, cost }).findings;
    expect(found?.title).to.equal('state');
  });

  it('is no sign of what only informs, or nobody tells', () => {
    const clues = [
      clue('state', ['user'], () => proves()),
      ...[tells(), untold()].map((sign) => clue(sign.kind, ['user'], () => sign)),
    ];
    const frozen = bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues, remedies: [] });
    expect(run([frozen], facts).findings[0]?.signs.map((sign) => sign.clue)).to.deep.equal(['state']);
  });

  it('is what was ruled out, and nothing of which there is no sign', () => {
    const saying = (id: 'user-frozen' | 'user-inactive', sign: Sign | undefined): Cause =>
      bareCause({ id, gate: 'user-state', blocks: true, clues: [clue('state', ['user'], () => sign)], remedies: [] });
    const { ruledOut } = run([saying('user-frozen', rulesOut()), saying('user-inactive', undefined)], facts);
    expect(ruledOut).to.deep.equal(['user-frozen']);
  });
});

describe('what a diagnosis did not see', () => {
  const spots = (facts: Parameters<typeof evidence>[0]): readonly string[] => {
    const seen = { ...evidence(facts), loginEvents: unknown('unreachable') };
    return run([], seen).blindSpots.map(({ fact }) => fact);
  };

  it('is the event log, where somebody speaks of a failure: by its text, or by its time', () => {
    expect(spots({})).to.not.include('loginEvents');
    expect(spots({ failedAt: '2026-11-23T02:00:00Z' })).to.include('loginEvents');
    expect(spots({ refusals: [suspecting('user-frozen')] })).to.include('loginEvents');
  });
});
