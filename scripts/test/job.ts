import path from 'node:path';
import { runToEnd } from './child.ts';
import type { Ended } from './child.ts';
import { read } from './journal.ts';

export type Job = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The job that must have passed before. */
  readonly after?: string;
};

/** Tests of mocha count one by one, any other job as one. */
export type Suite = Job & { readonly counts: 'tests' };

export type Result = {
  readonly name: string;
  readonly passed: number;
  /** Why each of those that failed has. */
  readonly failed: readonly string[];
  /** All that was printed. */
  readonly output: string;
};

export type Room = {
  /** A folder for this run alone. */
  readonly scratch: string;
  readonly env: NodeJS.ProcessEnv;
  readonly silenceMs: number;
};

/** The last lines that say something: no frames of a stack. */
const lastLines = (output: string, count: number): string =>
  output
    .split('\n')
    .filter((line) => !/^\s*(?:at .*)?$/u.test(line))
    .slice(-count)
    .join('\n');

const how = ({ code, hung }: Ended, silenceMs: number): string => {
  if (hung) return `stopped, as it said nothing for ${silenceMs / 1000} s`;
  return code === null ? 'was stopped' : `ended with ${code}`;
};

const whyNot = (ended: Ended, room: Room): string =>
  `${how(ended, room.silenceMs)}\n${lastLines(ended.output, 15)}`.trimEnd();

const check = async ({ name, command, args }: Job, room: Room): Promise<Result> => {
  const ended = await runToEnd(command, args, room);
  const failed = ended.code === 0 ? [] : [`${name}: ${whyNot(ended, room)}`];
  return { name, passed: failed.length === 0 ? 1 : 0, failed, output: ended.output };
};

const suite = async ({ name, command, args }: Suite, room: Room): Promise<Result> => {
  const journal = path.join(room.scratch, `${name.replaceAll(/\W/gu, '-')}.journal`);
  const env = { ...room.env, JOURNAL: journal };
  const ended = await runToEnd(command, args, { ...room, env });
  const { passed, failures, running, ended: whole } = read(journal);
  const failed = failures.map(({ test, why }) => `${test}\n${why}`);
  // Left in the middle, or found nothing to test, or ended badly with all passed: a failure too.
  if (!whole || (failed.length === 0 && (passed === 0 || ended.code !== 0)))
    failed.push(`${name}: ${running === undefined ? '' : `at ${running}: `}${whyNot(ended, room)}`);
  return { name, passed, failed, output: ended.output };
};

export const runJob = (job: Job | Suite, room: Room): Promise<Result> =>
  'counts' in job ? suite(job, room) : check(job, room);
