import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { completed } from '../../src/library/evidence.ts';
import { known, noRow, type Diagnosis, type Flow } from '../../src/model/index.ts';
import { readAnswer } from '../../src/recognition/answers.ts';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const open = 'invalid_grant: authentication failure';

const asking = (text: string, typed?: string, flow?: Flow): Diagnosis => {
  const evidence = completed(typed === undefined ? {} : { answer: known(readAnswer(typed), { place: 'asked' }) }, {
    now: '2026-11-30T08:00:00Z',
    integration: { sourceIps: [], ...(flow === undefined ? {} : { flow }) },
    refusals: recognizeRefusals(text),
  });
  return diagnose({ evidence, causes, speaker, cost });
};

const roots = ({ findings }: Diagnosis): readonly string[] =>
  findings.flatMap(({ role, cause }) => (role === 'root' ? [cause] : []));

const choice = ({ question }: Diagnosis, wanted: string): readonly string[] | undefined =>
  question?.choices.find(({ answer }) => answer === wanted)?.causes;

describe('the question that splits what a text leaves open', () => {
  it('says for each answer what would be left', () => {
    const asked = asking(open);
    expect(choice(asked, 'User Is Frozen')).to.deep.equal(['user-frozen']);
    expect(choice(asked, 'Invalid Password')).to.deep.equal([
      'wrong-username-or-password',
      'missing-security-token',
      'delegated-authentication',
    ]);
  });

  it('is kept to what it said: with each answer just those are left, suspected and never confirmed', () => {
    for (const flow of [undefined, 'password'] as const) {
      const { question } = asking(open, undefined, flow);
      expect(question?.choices.length).to.be.greaterThan(5);
      for (const { answer, causes: left } of question?.choices ?? []) {
        const answered = asking(open, answer, flow);
        expect(roots(answered), answer).to.have.members(left);
        expect(
          answered.findings.filter(({ role, standing }) => role === 'root' && standing === 'confirmed'),
        ).to.deep.equal([]);
        expect(answered.outcome).to.equal('inconclusive');
        expect(answered.question).to.equal(undefined);
      }
    }
  });

  it('says whose word it is', () => {
    const [found] = asking(open, 'User Is Frozen').findings;
    expect(found?.signs.find(({ clue }) => clue === 'answered')?.text).to.match(/^You answered "User Is Frozen"/u);
  });

  it('takes no row for an answer only where each such login would leave one', () => {
    expect(choice(asking(open), noRow)).to.equal(undefined);
    expect(choice(asking(open, undefined, 'password'), noRow)).to.deep.equal([
      'wrong-username-or-password',
      'flow-not-enabled',
      'wrong-endpoint',
    ]);
    expect(roots(asking(open, noRow))).to.deep.equal(roots(asking(open)));
  });

  it('an answer that the text did not think of is believed beside it', () =>
    expect(roots(asking(open, 'Login Rate Exceeded'))).to.include('rate-limited'));

  it('is not asked where the text decides, nothing was said, or the org was read; and an answer changes nothing then', () => {
    const frozen = 'invalid_grant: user is frozen';
    for (const text of [frozen, 'nothing in here']) expect(asking(text).question, text).to.equal(undefined);
    const decided = 'invalid_grant: audience is invalid';
    expect(roots(asking(decided, 'User Is Frozen'))).to.deep.equal(roots(asking(decided)));
    const evidence = completed(
      { loginRows: known([], { place: 'org' }), answer: known(readAnswer('User Is Frozen'), { place: 'asked' }) },
      { now: '2026-11-30T08:00:00Z', integration: { sourceIps: [] }, refusals: recognizeRefusals(open) },
    );
    const read = diagnose({ evidence, causes, speaker, cost });
    expect(read.question).to.equal(undefined);
    expect(read.findings.flatMap(({ signs }) => signs).filter(({ clue }) => clue === 'answered')).to.deep.equal([]);
  });
});
