import path from 'node:path';
import Mocha from 'mocha';
import { write } from './journal.ts';

const { EVENT_TEST_BEGIN, EVENT_HOOK_BEGIN, EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_RUN_END } = Mocha.Runner.constants;

/** `test/a.test.ts: suite > test` */
const nameOf = (test: Mocha.Runnable): string => {
  const file = test.file ?? test.parent?.file;
  const title = test.titlePath().filter(Boolean).join(' > ');
  return file === undefined ? title : `${path.relative(process.cwd(), file)}: ${title}`;
};

/** The message, and where in this repository it was thrown. */
const whyOf = ({ message, stack = '' }: Error): string => {
  const at = stack.split('\n').find((line) => /^\s+at .*\/(?:test|src|simulator|scripts)\//u.test(line));
  return [message, ...(at === undefined ? [] : [at.trim()])].join('\n');
};

/** Mocha's own dots, and a journal in the file that JOURNAL names. */
export default class JournalReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { JOURNAL: file } = process.env;
    if (file === undefined) throw new Error('JOURNAL names no file.');
    for (const begin of [EVENT_TEST_BEGIN, EVENT_HOOK_BEGIN] as const)
      runner.on(begin, (test: Mocha.Runnable) => write(file, { kind: 'began', test: nameOf(test) }));
    runner.on(EVENT_TEST_PASS, (test) => write(file, { kind: 'passed', test: nameOf(test) }));
    runner.on(EVENT_TEST_FAIL, (test, error: Error) =>
      write(file, { kind: 'failed', test: nameOf(test), why: whyOf(error) }),
    );
    runner.once(EVENT_RUN_END, () => write(file, { kind: 'ended' }));
  }
}
