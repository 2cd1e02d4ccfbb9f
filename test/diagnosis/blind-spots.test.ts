import { expect } from 'chai';
import { blindSpots, judge, plan } from '../../src/diagnosis/index.ts';
import { clue, denied, known, proves, unknown } from '../../src/model/index.ts';
import type { Cause, Evidence, FactName, Gate } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { silent } from '../support/silent.ts';
import { deciding } from '../support/standing.ts';

const gate: Gate = 'user-state';

const reading = (...needs: readonly FactName[]): Cause =>
  bareCause({
    ...{ id: 'user-frozen', gate, blocks: true, remedies: [] },
    clues: needs.map((name) => clue(name, [name], () => undefined)),
  });

const spots = (cause: Cause, seen: Evidence, speaker = silent) => blindSpots([judge(cause, seen)], seen, speaker);
const facts = (...args: Parameters<typeof spots>): readonly string[] => spots(...args).map(({ fact }) => fact);

describe('what was not seen', () => {
  it('is told in the order of the facts, whatever the order of the clues', () => {
    const seen = evidence({});
    const sorted = ['app', 'loginHours', 'user'];
    expect(facts(reading('loginHours', 'app', 'user'), seen)).to.deep.equal(sorted);
    expect(facts(reading('user', 'loginHours', 'app'), seen)).to.deep.equal(sorted);
    expect(facts(reading('app', 'loginHours', 'user'), seen)).to.deep.equal(sorted);
  });

  it('is always told of a login of our own that was asked for, and never of one that was not', () => {
    const asked = (attempt: Evidence['attempt']) => facts(reading(), { ...evidence({}), attempt });
    expect(asked(unknown('timed-out'))).to.deep.equal(['attempt']);
    expect(asked(unknown('not-asked'))).to.deep.equal([]);
    expect(asked(known({ host: 'x', granted: true }, { place: 'asked' }))).to.deep.equal([]);
  });

  it('is told of the event log where somebody looked for a failure that nothing else explains', () => {
    const where = { place: 'org' } as const;
    const spoken = evidence({ refusals: [deciding('user-frozen')], user: undefined });
    const looked = (loginEvents: Evidence['loginEvents'], cause = reading(), seen = spoken) =>
      facts(cause, { ...seen, loginEvents });
    const refused = denied('View Event Log Files', where);
    expect(looked(refused)).to.deep.equal(['loginEvents']);
    expect(looked(unknown('timed-out'))).to.deep.equal(['loginEvents']);
    for (const reason of ['not-asked', 'depends-on-unknown'] as const)
      expect(looked(unknown(reason)), reason).to.deep.equal([]);
    expect(looked(refused, reading(), evidence({ refusals: [] })), 'nobody speaks of one').to.deep.equal([]);
    const found = { ...reading(), clues: [clue('state', ['user'], () => proves())] };
    expect(looked(refused, found), 'the cause is found').to.deep.equal([]);
    expect(looked(refused, { ...found, blocks: false }), 'it stops nothing').to.deep.equal(['loginEvents']);
  });

  it('is said to stand with the maker of an app that was installed, or that is not here', () => {
    const speaker = { ...silent, notOurs: (name: FactName, isInstalled: boolean) => `${name} ${String(isInstalled)}` };
    const texts = (app: Evidence['app'], reason: 'not-in-this-org' | 'depends-on-unknown') =>
      spots(reading('appOauth'), { ...evidence({}), app, appOauth: unknown(reason) }, speaker).map(({ text }) => text);
    const [here, nowhere] = [known(healthy.app, { place: 'org' }), known(undefined, { place: 'org' })] as const;
    expect(texts(here, 'not-in-this-org')).to.deep.equal(['appOauth true']);
    expect(texts(nowhere, 'depends-on-unknown')).to.deep.equal(['appOauth false']);
    expect(texts(here, 'depends-on-unknown')).to.deep.equal(['appOauth depends-on-unknown']);
    expect(texts(nowhere, 'not-in-this-org')).to.deep.equal(['appOauth not-in-this-org']);
    expect(texts(unknown('timed-out'), 'depends-on-unknown')).to.deep.equal(['appOauth depends-on-unknown']);
  });
});

describe('what is gathered', () => {
  it('is what every diagnosis reads, and what the clues of its causes do', () => {
    const always = ['now', 'failedAt', 'integration', 'refusals', 'attempt', 'loginRows', 'changes', 'usersNear'];
    expect([...plan([])]).to.have.members(always);
    expect([...plan([reading('loginHours')])]).to.have.members([...always, 'loginHours']);
    const more = { ...clue('state', ['user'], () => undefined), also: ['app'] } as const;
    expect([...plan([{ ...reading('loginHours'), clues: [more] }])]).to.have.members([...always, 'user', 'app']);
  });
});
