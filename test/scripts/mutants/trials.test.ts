import { expect } from 'chai';
import { dryRun } from '../../../scripts/mutants/dry-run.ts';
import type { DryRun } from '../../../scripts/mutants/dry-run.ts';
import type { Answer, Ask, Question } from '../../../scripts/mutants/protocol.ts';
import { trials } from '../../../scripts/mutants/try-mutants.ts';

const mutant = (id: string, fileName = 'src/a.ts') => ({
  ...{ id, fileName, mutatorName: 'any', replacement: '' },
  location: { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } },
});

const dry = (isStatic: boolean, ...rounds: ReadonlyArray<readonly string[]>): DryRun => ({
  isStatic: () => isStatic,
  rounds: () => rounds,
  hitLimit: () => 7,
  withinMs: () => 100,
});

const passed: Answer = { milliseconds: {} };
const failed = (test: string): Answer => ({ milliseconds: {}, failed: { test, how: 'in some way' } });

/** Tests that answer as they are told to, and what they were asked. */
const answering = (...answers: ReadonlyArray<Answer | undefined>) => {
  const asked: Question[] = [];
  const ask: Ask = (question) => Promise.resolve(answers[asked.push(question) - 1]);
  return { asked, ask };
};

const shared = { mutant: '1', isFromTheStart: false, isFresh: false, hitLimit: 7 };
const fromTheStart = { ...shared, isFromTheStart: true, isFresh: true };

describe('a mutant', () => {
  it('is killed by a test that fails with it, and passes as soon as it is gone', async () => {
    const { asked, ask } = answering(failed('t1'), passed);
    expect(await trials(dry(false, ['t1', 't2'], ['t3']), ask)(mutant('1'))).to.equal('Killed');
    expect(asked).to.deep.equal([
      { ...shared, tests: ['t1', 't2'] },
      { tests: ['t1'], isFresh: false },
    ]);
  });

  it('is met by the other tests where it survives the first, and in fresh sources where it survives all', async () => {
    const { asked, ask } = answering(passed, passed, passed, failed('t2'), passed);
    expect(await trials(dry(false, ['t1'], ['t2']), ask)(mutant('1'))).to.equal('Killed');
    expect(asked).to.deep.equal([
      { ...shared, tests: ['t1'] },
      { ...shared, tests: ['t2'] },
      { ...fromTheStart, tests: ['t1'] },
      { ...fromTheStart, isFresh: false, tests: ['t2'] },
      { tests: ['t2'], isFresh: true },
    ]);
  });

  it('has survived where no test fails, in fresh sources neither, and spoils these for the next', async () => {
    const { asked, ask } = answering(passed, passed, failed('t1'), passed);
    const trial = trials(dry(false, ['t1']), ask);
    expect(await trial(mutant('1'))).to.equal('Survived');
    expect(await trial(mutant('2'))).to.equal('Killed');
    expect(asked[2]).to.deep.equal({ ...shared, mutant: '2', isFresh: true, tests: ['t1'] });
  });

  it('that is met while the sources are loaded is alive from the start', async () => {
    const { asked, ask } = answering(failed('t1'), passed);
    expect(await trials(dry(true, ['t1']), ask)(mutant('1'))).to.equal('Killed');
    expect(asked).to.deep.equal([
      { ...fromTheStart, tests: ['t1'] },
      { tests: ['t1'], isFresh: true },
    ]);
  });

  it('is not killed by a test that fails without it too', async () => {
    const spoilt = answering(failed('t1'), failed('t1'), passed, passed);
    expect(await trials(dry(false, ['t1']), spoilt.ask)(mutant('1'))).to.equal('Survived');
    expect(spoilt.asked[2]).to.deep.equal({ ...fromTheStart, tests: ['t1'] });

    const flaky = answering(failed('t1'), failed('t1'));
    expect(await trials(dry(true, ['t1']), flaky.ask)(mutant('1'))).to.equal('Survived');
  });

  it('that hangs its process, or ends it, is told apart, and the next has fresh sources', async () => {
    const { asked, ask } = answering(undefined, failed('t1'), passed);
    const trial = trials(dry(false, ['t1']), ask);
    expect(await trial(mutant('1'))).to.equal('Timeout');
    expect(await trial(mutant('2'))).to.equal('Killed');
    expect(asked[1]).to.deep.equal({ ...shared, mutant: '2', isFresh: true, tests: ['t1'] });
  });

  it('that no test meets is not tried', async () => {
    const { asked, ask } = answering();
    expect(await trials(dry(false), ask)(mutant('1'))).to.equal('NoCoverage');
    expect(asked).to.deep.equal([]);
  });
});

describe('the tests by themselves', () => {
  const one = mutant('1');
  const other = mutant('2');
  const atStart = mutant('3');
  const unmet = mutant('4', 'src/b.ts');
  const all = [one, other, atStart, unmet];

  const told = (): Promise<DryRun> => {
    const coverage = { static: { '3': 1 }, perTest: { slow: { '1': 3 }, quick: { '1': 2 }, long: { '2': 1 } } };
    return dryRun(all, () =>
      Promise.resolve({ milliseconds: { slow: 400, long: 501, quick: 100, elsewhere: 1 }, coverage }),
    );
  };

  it('tell which may notice a mutant, half a second of the quickest first', async () => {
    const { rounds } = await told();
    expect(rounds(one)).to.deep.equal([['quick', 'slow']]);
    expect(rounds(other)).to.deep.equal([['long']]);
    expect(rounds(unmet)).to.deep.equal([]);
  });

  it('may all notice what is met while the sources are loaded: those that run through its file first', async () => {
    const { rounds, isStatic } = await told();
    expect([one, atStart].map(isStatic)).to.deep.equal([false, true]);
    expect(rounds(atStart)).to.deep.equal([
      ['quick', 'slow'],
      ['elsewhere', 'long'],
    ]);
  });

  it('tell how often a mutant may be met, and how long they may take', async () => {
    const { hitLimit, withinMs } = await told();
    expect([hitLimit(one), hitLimit(atStart)]).to.deep.equal([500, 100]);
    expect(withinMs(['slow', 'quick'])).to.equal(65_000);
  });

  it('prove nothing where one of them fails', async () => {
    const broken = await dryRun(all, () => Promise.resolve(failed('t1'))).catch(String);
    expect(broken).to.equal('Error: The tests fail by themselves: t1: in some way');
    const ended = await dryRun(all, () => Promise.resolve(undefined)).catch(String);
    expect(ended).to.equal('Error: The tests fail by themselves: all: their process ended');
  });
});
