import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Answer, Question } from './protocol.ts';

const isAnswer = (told: unknown): told is Answer => typeof told === 'object' && told !== null && 'milliseconds' in told;

/** Tests of a copy in a process of their own: what they are asked may hang it or end it. */
class TestProcess {
  readonly #child: ChildProcess;

  constructor(folder: string, tests: readonly string[]) {
    this.#child = fork(path.join(folder, 'scripts/mutants/worker.ts'), [...tests], {
      cwd: folder,
      stdio: 'ignore',
      serialization: 'advanced',
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, '.compile-cache') },
    });
  }

  /** What the tests tell; nothing where the process did not live to tell it in time. */
  async ask(question: Question, withinMs: number): Promise<Answer | undefined> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return undefined;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const ended = () => resolve(undefined);
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), withinMs);
    this.#child.once('message', resolve).once('exit', ended);
    this.#child.send(question);
    const told = await promise;
    clearTimeout(timer);
    this.#child.off('message', resolve).off('exit', ended);
    return isAnswer(told) ? told : undefined;
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

/** Lets something ask such a process, which ends with it. */
export type InProcess = <T>(use: (process: Pick<TestProcess, 'ask'>) => Promise<T>) => Promise<T>;

export const testProcesses =
  (folder: string, tests: readonly string[]): InProcess =>
  async (use) => {
    const process = new TestProcess(folder, tests);
    try {
      return await use(process);
    } finally {
      process.end();
    }
  };
