import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { cause, type Declaration } from '../../src/clues/cause.ts';
import { sourceIds } from '../../src/clues/sources.ts';
import { clue, inFlows, proves, suggests } from '../../src/model/index.ts';
import type { Clue, Facts, Flow, Sign } from '../../src/model/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { deciding, standing } from '../support/standing.ts';

const id = 'user-frozen';

const declared = (more: Partial<Declaration>) =>
  cause({ id, gate: 'user-state', blocks: true, sources: ['oauth-errors'], remedies: [], ...more });

const ids = (more: Partial<Declaration>): string[] => declared(more).clues.map((one) => one.id);

const eventLog = ['in-event-log', 'in-event-log-of-address'];

const says = (sign: Sign): Clue => clue('frozen', ['userLogin'], () => sign);

const by = (flow: Flow | undefined, more: Partial<Facts> = {}): Partial<Facts> => ({
  integration: { sourceIps: [], ...(flow === undefined ? {} : { flow }) },
  userLogin: { isFrozen: true, isPasswordLocked: false },
  ...more,
});

describe('the frame of a cause', () => {
  it('brings what nearly every cause reads, round its own clues', () => {
    expect(ids({ clues: [says(proves())] })).to.deep.equal([
      'said',
      'in-history',
      ...eventLog,
      'answered',
      'excluded',
      'frozen',
    ]);
    expect(ids({ flows: ['jwt'], since: '2025-08-28T00:00:00Z', doubtedBySuccess: true })).to.deep.equal([
      'said',
      'in-history',
      ...eventLog,
      'answered',
      'excluded',
      'other-flow',
      'out-of-time',
      'worked-lately',
      'lately-unseen',
    ]);
  });

  it('asks no row of Login History of a cause that leaves none, and nothing of a refusal where nothing is refused', () => {
    expect(ids({ recorded: false })).to.deep.equal(['said', ...eventLog, 'answered', 'excluded']);
    expect(ids({ blocks: false })).to.deep.equal([]);
  });

  it('reads answers to other questions only where one can exclude it', () => {
    expect(ids({})).to.include('excluded');
    expect(ids({ id: 'login-hours' })).to.not.include('excluded');
  });

  it('reads nothing of the state in a flow in which the cause cannot happen', () => {
    const jwtOnly = declared({ flows: ['jwt'], clues: [says(proves())] });
    expect(standing(jwtOnly, by('jwt')).standing).to.equal('confirmed');
    expect(standing(jwtOnly, by('web')).said).to.deep.equal({ 'other-flow': 'rules-out' });
    // A wording that has it alone puts the flow in doubt.
    expect(standing(jwtOnly, by('web', { refusals: [deciding(id)] })).said).to.include({ frozen: 'proves' });
  });

  it('is not sure of what happens in some flows only, while the flow is not known', () => {
    expect(standing(declared({ flows: ['jwt'], clues: [says(proves())] }), by(undefined)).said).to.deep.equal({
      frozen: 'suggests',
    });
    const untidy = declared({ blocks: false, flows: ['jwt'], clues: [says(proves())] });
    expect(standing(untidy, by(undefined)).said).to.deep.equal({});
  });

  it('takes what happens in every flow that uses an app to happen, while the flow is not known', () => {
    const flows: Flow[] = ['jwt', 'refresh-token', 'client-credentials', 'password', 'web', 'device', 'token-exchange'];
    expect(standing(declared({ flows, clues: [says(proves())] }), by(undefined)).standing).to.equal('confirmed');
    expect(standing(declared({ flows: flows.slice(1), clues: [says(proves())] }), by(undefined)).standing).to.equal(
      'suspected',
    );
  });

  it('reads a clue of some flows in these alone', () => {
    const one = declared({ clues: [inFlows(['jwt'], says(suggests()))] });
    expect(standing(one, by('jwt')).said).to.deep.equal({ frozen: 'suggests' });
    expect(standing(one, by('web')).said).to.deep.equal({});
    expect(standing(one, by(undefined)).said).to.deep.equal({});
  });

  it('is ruled out for a failure before its day, and from the day on which it ends', () => {
    const [since, until] = ['2025-08-28T00:00:00Z', '2027-02-20T00:00:00Z'];
    const timed = declared({ since, until, recorded: false });
    const at = (failedAt: string) => standing(timed, { loginRows: [], failedAt }).standing;
    expect(at('2025-08-27T23:59:59Z')).to.equal('ruled-out');
    expect(at(since)).to.equal('no-sign');
    expect(at('2027-02-19T23:59:59Z')).to.equal('no-sign');
    expect(at(until)).to.equal('ruled-out');
  });
});

describe('the sources of the causes', () => {
  const words = loadWords();

  it('are public pages with a title, which somebody looked at, and no page is cited by nobody', () => {
    expect(words.keys('sources').toSorted()).to.deep.equal(sourceIds.toSorted());
    const cited = new Set(causes.flatMap(({ sources }) => sources.map((source) => source.id)));
    expect([...cited].toSorted()).to.deep.equal(sourceIds.toSorted());
    for (const { id: cited, sources } of causes) {
      expect(sources, cited).to.not.have.lengthOf(0);
      for (const { url, checked } of sources) {
        expect(new URL(url).protocol, cited).to.equal('https:');
        expect(checked, cited).to.match(/^\d{4}-\d{2}-\d{2}$/u);
      }
    }
  });
});
