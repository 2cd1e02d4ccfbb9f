import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { judge, whyNot } from '../../src/diagnosis/index.ts';
import { clue, denied, inFlows, proves, rulesOut, suggests, unknown } from '../../src/model/index.ts';
import type { Cause, Clue, ClueHeard, Evidence, Sign, WhyNot } from '../../src/model/index.ts';
import { composeWhyNot, showDocument } from '../../src/report/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { silent } from '../support/silent.ts';

const words = loadWords();
const seen = evidence(healthy);

const causeOf = (id: string): Cause => {
  const cause = causes.find((one) => one.id === id);
  if (cause === undefined) throw new Error(`no cause ${id}`);
  return cause;
};

const ask = (id: string, more: Partial<Evidence> = {}): WhyNot =>
  whyNot(causeOf(id), { ...seen, ...more }, speakFrom(words));

const clueOf = ({ clues }: WhyNot, id: string): ClueHeard => {
  const clue = clues.find((one) => one.clue === id);
  if (clue === undefined) throw new Error(`no clue ${id}`);
  return clue;
};

describe('why not', () => {
  it('tells of each clue what it said, and from where', () => {
    const answer = ask('user-frozen');
    expect(answer.standing).to.equal('ruled-out');
    expect(answer.clues.map(({ clue }) => clue)).to.deep.equal(causeOf('user-frozen').clues.map(({ id }) => id));
    const frozen = clueOf(answer, 'frozen');
    expect(frozen.said).to.equal('rules-out');
    expect(frozen.text).to.match(/not frozen/u);
    expect(frozen.read).to.deep.equal([
      { fact: 'userLogin', state: 'known', source: { place: 'org', name: 'userLogin' } },
    ]);
  });

  it('tells a clue that could not be read from one that says nothing', () => {
    const where = { place: 'org', name: 'UserLogin' } as const;
    const blind = clueOf(ask('user-frozen', { userLogin: denied('Manage Users', where) }), 'frozen');
    expect(blind.said).to.equal('not-read');
    expect(blind.read[0]).to.include({ state: 'denied', permission: 'Manage Users' });
    const offline = clueOf(ask('user-frozen', { userLogin: unknown('not-asked', '--target-org') }), 'frozen');
    expect(offline.read[0]).to.include({ state: 'unknown', why: 'not-asked', cure: '--target-org' });
  });

  it('tells a clue that was read, and says nothing, from one beside it that was not', () => {
    const clues = [clue('read', ['user'], () => undefined), clue('blind', ['loginHours'], () => undefined)];
    const cause = bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues, remedies: [] });
    const { clues: heard } = whyNot(cause, { ...seen, loginHours: unknown('not-asked') }, silent);
    expect(heard.map(({ said }) => said)).to.deep.equal(['nothing', 'not-read']);
  });

  it('tells a clue of another flow', () => {
    expect(clueOf(ask('wrong-endpoint'), 'needs-my-domain').said).to.equal('other-flow');
    const nothing = clue('state', ['user'], () => undefined);
    const said = (one: Clue, integration = seen.integration) => {
      const cause = bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues: [one], remedies: [] });
      return whyNot(cause, { ...seen, integration }, silent).clues[0]?.said;
    };
    expect(said(nothing)).to.equal('nothing');
    expect(said(inFlows(['jwt', 'web'], nothing))).to.equal('nothing');
    expect(said(inFlows(['web'], nothing))).to.equal('other-flow');
    expect(said(inFlows(['jwt'], nothing), unknown('not-asked')), 'nobody knows which').to.equal('other-flow');
  });

  it('stands as the judgement does, for every cause, and has words for all of it', () => {
    for (const cause of causes) {
      const answer = ask(cause.id);
      expect(answer.standing, cause.id).to.equal(judge(cause, seen).standing);
      const screen = showDocument(composeWhyNot(answer, words), { width: 80, colour: false });
      expect(screen, cause.id)
        .to.include(`(${cause.id})`)
        .and.not.match(/undefined|\[object|\{[a-z]/u);
    }
  });

  it('tells what a clue reads beside from what it needs', () => {
    const reading = { ...clue('both', ['user'], () => proves()), also: ['app'] as const };
    const cause = bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues: [reading], remedies: [] });
    expect(whyNot(cause, seen, silent).clues[0]?.read).to.deep.equal([
      { fact: 'user', state: 'known', source: { place: 'org', name: 'user' } },
      { fact: 'app', state: 'known', source: { place: 'org', name: 'app' }, optional: true },
    ]);
  });

  it('has the title of the face that was proved, where it is confirmed', () => {
    const title = (...signs: readonly Sign[]): string =>
      whyNot(
        bareCause({
          ...{ id: 'user-frozen', gate: 'user-state', blocks: true, remedies: [] },
          clues: signs.map((sign) => clue(sign.kind, ['user'], () => sign)),
        }),
        seen,
        { ...silent, cause: (_id, proofs = []) => ({ title: proofs.join(' '), meaning: '' }) },
      ).title;
    expect(title(proves(), suggests())).to.equal('proves');
    expect(title(suggests())).to.equal('');
    expect(title(proves(), rulesOut()), 'suspected').to.equal('');
  });
});
