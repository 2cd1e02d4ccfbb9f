import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Answer, Ask, Question } from './protocol.ts';

/** Sources that were loaded are kept by the process until it ends: so often it loads them at the most. */
const mostLoads = 100;

const isAnswer = (told: unknown): told is Answer => typeof told === 'object' && told !== null && 'milliseconds' in told;

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

const put = async (child: ChildProcess, question: Question, withinMs: number): Promise<Answer | undefined> => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const ended = () => resolve(undefined);
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  child.once('message', resolve).once('exit', ended);
  child.send(question);
  const told = await promise;
  clearTimeout(timer);
  child.off('message', resolve).off('exit', ended);
  return isAnswer(told) ? told : undefined;
};

/** Lets something ask the tests of a copy, in a process of their own: what they are asked may hang it or end it, and another takes its place. */
export const askingTests = async <T>(
  folder: string,
  tests: readonly string[],
  use: (ask: Ask) => Promise<T>,
): Promise<T> => {
  const start = () => {
    const child = fork(path.join(import.meta.dirname, 'worker.ts'), [...tests], {
      cwd: folder,
      stdio: 'ignore',
      serialization: 'advanced',
    });
    return { child, loads: 0 };
  };
  let current = start();
  try {
    return await use((question, withinMs) => {
      if (question.isFresh === true) current.loads += 1;
      if (current.loads > mostLoads) current.child.kill('SIGKILL');
      if (current.loads > mostLoads || !isAlive(current.child)) current = start();
      return put(current.child, question, withinMs);
    });
  } finally {
    current.child.kill('SIGKILL');
  }
};
