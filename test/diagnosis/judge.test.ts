import { expect } from 'chai';
import { blindSpots, gateOf, isOffTheRoad, isOpen, judge } from '../../src/diagnosis/index.ts';
import type { Judgement } from '../../src/diagnosis/index.ts';
import {
  castsDoubt,
  clue,
  clueAboutFailure,
  foreshadows,
  foretells,
  notes,
  proves,
  rulesOut,
  suggests,
  tells,
  untold,
} from '../../src/model/index.ts';
import type { Clue, Flow, Gate, Sign } from '../../src/model/index.ts';
import { silent } from '../support/silent.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';

const says = (sign: Sign | undefined): Clue => clue('state', ['user'], () => sign);
const saysOfFailure = (id: string, sign: Sign | undefined): Clue => clueAboutFailure(id, ['refusals'], () => sign);
const blind: Clue = clue('blind', ['loginHours'], () => proves());

const of = (...clues: Clue[]) =>
  bareCause({ id: 'user-frozen', gate: 'user-state', blocks: true, clues, remedies: [] });

const seen = evidence({ user: undefined, refusals: [] });

describe('judge', () => {
  it('does not call a clue that misses a fact, and names the fact', () => {
    const judged = judge(of(blind), seen);
    expect(judged.standing).to.equal('undecided');
    expect(judged.unread).to.deep.equal([{ clue: 'blind', facts: ['loginHours'] }]);
  });

  it('gives a clue no fact that it did not declare', () => {
    let keys: string[] = [];
    judge(
      of(
        clue('curious', ['user'], (facts) => {
          keys = Object.keys(facts);
          return undefined;
        }),
      ),
      seen,
    );
    expect(keys).to.deep.equal(['user']);
  });

  it('gives a clue what it reads beside only where that is known', () => {
    const keys: string[][] = [];
    const curious = clue('curious', ['user'], (facts) => void keys.push(Object.keys(facts)));
    judge(of({ ...curious, also: ['loginHours', 'refusals'] }), seen);
    expect(keys).to.deep.equal([['user', 'refusals']]);
  });

  it('hears of the failure in a flow in which the cause cannot happen, and is as sure of it in one that nobody knows', () => {
    const jwtOnly = { ...of(saysOfFailure('said', proves())), flows: ['jwt'] } as const;
    expect(judge(jwtOnly, seen).standing).to.equal('confirmed');
    const barring: Clue = { ...says(rulesOut()), id: 'other-flow', bars: true };
    const { signs } = judge(of(barring, says(proves()), saysOfFailure('said', proves())), seen);
    expect(signs.map(({ clue: { id } }) => id)).to.deep.equal(['other-flow', 'said']);
    expect(isOffTheRoad({ signs })).to.equal(true);
    expect(isOffTheRoad(judge(of(says(rulesOut())), seen))).to.equal(false);
  });

  it('suspects at most, while the flow is not known, what can happen in some only, and foretells nothing of it', () => {
    const inJwt = (sign: Sign, blocks = true) => judge({ ...of(says(sign)), blocks, flows: ['jwt'] }, seen).standing;
    expect([inJwt(proves()), inJwt(suggests()), inJwt(rulesOut())]).to.deep.equal([
      'suspected',
      'suspected',
      'ruled-out',
    ]);
    expect(inJwt(foretells('2027-01-01T00:00:00.000Z'))).to.equal('no-sign');
    expect(inJwt(proves(), false), 'only untidy').to.equal('no-sign');
  });

  it('takes certainty away by a doubt, and rules nothing out by it', () => {
    const [doubt, said] = [{ ...says(castsDoubt()), id: 'doubt' }, saysOfFailure('said', suggests())];
    const standing = (...clues: Clue[]) => {
      const { standing: how, signs } = judge(of(...clues), seen);
      return [how, ...signs.map(({ clue: { id } }) => id)];
    };
    expect(standing(says(proves()), doubt)).to.deep.equal(['suspected', 'state', 'doubt']);
    expect(standing(said, doubt)).to.deep.equal(['suspected', 'said', 'doubt']);
    expect(standing(doubt)).to.deep.equal(['no-sign']);
    expect(standing(doubt, says(rulesOut()))).to.deep.equal(['ruled-out', 'state']);
  });

  it('has no sign where every clue was read and none spoke', () => {
    expect(judge(of(says(undefined)), seen).standing).to.equal('no-sign');
  });

  it('leaves nothing undecided where a clue is unread that could only take certainty away', () => {
    const judged = judge(of(says(undefined), { ...blind, doubts: true }), seen);
    expect(judged).to.deep.include({ standing: 'no-sign', unread: [] });
  });

  it('is suspected where a clue only suggests', () => {
    expect(judge(of(says(suggests())), seen).standing).to.equal('suspected');
  });

  it('is confirmed where a clue proves, even with another unread', () => {
    expect(judge(of(says(proves()), blind), seen).standing).to.equal('confirmed');
  });

  it('misses nothing of an app where login() goes through none', () => {
    const ofAnApp = of(clue('app', ['app'], () => proves()));
    const by = (flow: Flow) => evidence({ user: undefined, refusals: [], integration: { flow, sourceIps: [] } });
    expect(judge(ofAnApp, by('jwt')).unread).to.have.length(1);
    expect(judge(ofAnApp, by('soap-login'))).to.deep.include({ standing: 'no-sign', unread: [] });
    const ofBoth = of(clue('both', ['app', 'user'], () => proves()));
    const blindToUser = evidence({ refusals: [], integration: { flow: 'soap-login', sourceIps: [] } });
    expect(judge(ofBoth, blindToUser).unread).to.have.length(1);
  });

  it('is ruled out where a clue rules out, whatever others suggest', () => {
    expect(judge(of(says(rulesOut()), saysOfFailure('said', suggests())), seen).standing).to.equal('ruled-out');
  });

  it('is not ruled out by the state of now where something that outlives it speaks for the cause', () => {
    const outlives = { ...saysOfFailure('undone', suggests()), outlives: true } as const;
    expect(judge(of(says(rulesOut()), outlives), seen).standing).to.equal('suspected');
  });

  it('is suspected, with both signs, where one proves and another rules out', () => {
    const judged = judge(of(saysOfFailure('said', proves()), says(rulesOut())), seen);
    expect(judged.standing).to.equal('suspected');
    expect(judged.signs.map(({ sign }) => sign.kind)).to.deep.equal(['proves', 'rules-out']);
  });

  it('stands since the earliest time of what proves it, whatever else is dated', () => {
    const [early, late] = ['2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'];
    const since = (...signs: readonly Sign[]) => judge(of(...signs.map(says)), seen).since;
    expect(since(proves({}, late), suggests({}, early))).to.equal(late);
    expect(since(proves({}, late), proves({}, early), proves())).to.equal(early);
    expect(since(suggests({}, early))).to.equal(undefined);
  });

  it('stands at the gate of the clue that proves it, else that speaks for it, else that nobody tells', () => {
    const at = (gate: Gate, sign: Sign): Clue => ({ ...says(sign), gate });
    const [nobody, perhaps, surely] = [at('ip', untold()), at('app', suggests()), at('scopes', proves())];
    const gate = (...clues: Clue[]): Gate => gateOf(judge(of(...clues), seen));
    expect(gate(nobody, perhaps, surely)).to.equal('scopes');
    expect(gate(nobody, perhaps)).to.equal('app');
    expect(gate(nobody)).to.equal('ip');
    expect(gate(says(proves()))).to.equal('user-state');
    for (const sign of [tells(), rulesOut()]) expect(gate(at('ip', sign)), sign.kind).to.equal('user-state');
    expect(gate()).to.equal('user-state');
  });

  it('leaves the gate open only where it does not stand today, and nothing was left unread or untold', () => {
    const open = (...clues: Clue[]): boolean => isOpen(judge(of(...clues), seen));
    const coming = says(foretells('2027-01-01T00:00:00.000Z'));
    expect(open(says(undefined))).to.equal(true);
    expect(open(says(rulesOut()), blind)).to.equal(true);
    expect(open(coming)).to.equal(true);
    for (const clues of [[coming, blind], [coming, says(untold())], [blind], [says(suggests())], [says(proves())]])
      expect(open(...clues), JSON.stringify(clues)).to.equal(false);
  });

  it('the record of the failure overrules what the text says', () => {
    const judged = judge(of(saysOfFailure('said', proves()), saysOfFailure('in-history', rulesOut())), seen);
    expect(judged.standing).to.equal('ruled-out');
  });

  it('the record of the failure does not overrule the state that is there now', () => {
    const judged = judge(
      of(saysOfFailure('said', suggests()), saysOfFailure('in-history', rulesOut()), says(proves())),
      seen,
    );
    expect(judged.standing).to.equal('confirmed');
  });

  it('a cause that only will break is confirmed with its date', () => {
    const judged = judge(of(says(foretells('2027-01-01T00:00:00.000Z')), saysOfFailure('said', undefined)), seen);
    expect(judged.standing).to.equal('confirmed');
    expect(judged.ahead?.on).to.equal('2027-01-01T00:00:00.000Z');
  });

  it('a cause that already breaks has no date', () => {
    const judged = judge(of(says(foretells('2027-01-01T00:00:00.000Z')), saysOfFailure('said', proves())), seen);
    expect(judged.ahead?.on).to.equal(undefined);
  });

  it('what may come is suspected, on its day or in its season; what is sure goes before it', () => {
    const day = foreshadows({ on: '2026-12-01T00:00:00.000Z' });
    const season = foreshadows({ season: "Summer '27" });
    const ahead = (
      ...signs: readonly Sign[]
    ): Pick<Judgement, 'standing'> & { ahead: Judgement['ahead'] | undefined } => {
      const { standing, ahead: when } = judge(of(...signs.map((sign) => says(sign))), seen);
      return { standing, ahead: when };
    };
    expect(ahead(season)).to.deep.equal({ standing: 'suspected', ahead: { season: "Summer '27" } });
    expect(ahead(season, day)).to.deep.equal({ standing: 'suspected', ahead: { on: '2026-12-01T00:00:00.000Z' } });
    expect(ahead(day, foretells('2027-01-01T00:00:00.000Z'))).to.deep.equal({
      standing: 'confirmed',
      ahead: { on: '2027-01-01T00:00:00.000Z' },
    });
    expect(ahead(season, suggests())).to.deep.equal({ standing: 'suspected', ahead: undefined });
  });

  it('leaves a cause undecided whose clue breaks, and says which', () => {
    const broken = clue('broken', ['user'], () => {
      throw new TypeError('not an object');
    });
    const judged = judge(of(broken), seen);
    expect(judged.standing).to.equal('undecided');
    expect(judged.unread).to.deep.equal([{ clue: 'broken', facts: [], broken: true }]);
    expect(blindSpots([judged], seen, silent)).to.deep.equal([
      { fact: 'user-frozen.broken', why: 'broken', text: 'user-frozen broken broken', causes: ['user-frozen'] },
    ]);
    expect(judge(of(broken, says(proves())), seen).standing, 'another clue proves it').to.equal('confirmed');
  });

  it('takes what nobody tells for undecided, and what only informs for nothing', () => {
    const judged = judge(of(says(untold({}, '--source-ip'))), seen);
    expect(judged.standing).to.equal('undecided');
    expect(blindSpots([judged], seen, silent)).to.deep.equal([
      {
        fact: 'user-frozen.state',
        why: 'not-asked',
        cure: '--source-ip',
        text: 'user-frozen state untold',
        causes: ['user-frozen'],
      },
    ]);
    expect(blindSpots([judge(of(says(untold())), seen)], seen, silent)).to.deep.equal([
      {
        fact: 'user-frozen.state',
        why: 'not-in-this-org',
        text: 'user-frozen state untold',
        causes: ['user-frozen'],
      },
    ]);
    expect(judge(of(says(tells())), seen).standing).to.equal('no-sign');
    expect(judge(of(says(notes())), seen).standing).to.equal('no-sign');
  });
});
