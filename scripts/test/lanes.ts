import type { Job, Result } from './job.ts';

/**
 * Runs jobs in their order, on so many lanes at once. A job waits for the one that it comes after,
 * and fails where that failed.
 */
export const runOnLanes = async <J extends Pick<Job, 'name' | 'after'>>(
  jobs: readonly J[],
  lanes: number,
  run: (job: J) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results = new Map<string, Promise<Result>>();
  const waiting = [...jobs];
  const one = async (job: J): Promise<Result> => {
    const before = job.after === undefined ? undefined : await results.get(job.after);
    if (before === undefined || before.failed.length === 0) return run(job);
    return { name: job.name, passed: 0, failed: [`${job.name}: not run, as ${before.name} failed`], output: '' };
  };
  const lane = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const running = one(job);
      results.set(job.name, running);
      await running;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return Promise.all(jobs.flatMap(({ name }) => results.get(name) ?? []));
};
