import { expect } from 'chai';
import type { Result } from '../../../scripts/test/job.ts';
import { runOnLanes } from '../../../scripts/test/lanes.ts';

type Order = { readonly name: string; readonly after?: string };

const passing = (name: string): Result => ({ name, passed: 1, failed: [], output: '' });
const failing = (name: string): Result => ({ name, passed: 0, failed: ['it broke'], output: '' });

/** Runs jobs that end when they are told to; gives what began, in order. */
const lanesWith = (jobs: readonly Order[], lanes: number) => {
  const begun: string[] = [];
  const ends = new Map<string, (result: Result) => void>();
  const results = runOnLanes(jobs, lanes, ({ name }) => {
    begun.push(name);
    return new Promise((resolve) => ends.set(name, resolve));
  });
  const end = async (result: Result): Promise<void> => {
    ends.get(result.name)?.(result);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, end, results };
};

describe('npm test: lanes', () => {
  it('run as many jobs at once as there are lanes, the next when one ends', async () => {
    const { begun, end, results } = lanesWith([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2);

    await end(passing('nobody'));
    expect(begun).to.deep.equal(['a', 'b']);
    await end(passing('b'));
    expect(begun).to.deep.equal(['a', 'b', 'c']);
    await end(passing('a'));
    await end(passing('c'));
    expect((await results).map(({ name }) => name)).to.deep.equal(['a', 'b', 'c']);
  });

  it('hold a job back until the one before it has passed', async () => {
    const { begun, end, results } = lanesWith([{ name: 'build' }, { name: 'tests', after: 'build' }], 2);

    await end(passing('nobody'));
    expect(begun).to.deep.equal(['build']);
    await end(passing('build'));
    expect(begun).to.deep.equal(['build', 'tests']);
    await end(passing('tests'));
    expect((await results).flatMap(({ failed }) => failed)).to.deep.equal([]);
  });

  it('do not run a job whose forerunner failed, and count it as failed', async () => {
    const { begun, end, results } = lanesWith([{ name: 'build' }, { name: 'tests', after: 'build' }], 2);

    await end(passing('nobody'));
    await end(failing('build'));
    expect(begun).to.deep.equal(['build']);
    expect((await results).map(({ failed }) => failed)).to.deep.equal([
      ['it broke'],
      ['tests: not run, as build failed'],
    ]);
  });
});
