import { readFileSync } from 'node:fs';
import type Mocha from 'mocha';

const { timeout } = JSON.parse(readFileSync('.mocharc.json', 'utf8')) as { readonly timeout: number };

/**
 * A limit ends what hangs; how long an honest test takes, the machine decides. So each test has the time of .mocharc.json at least,
 * whatever its suite asks for.
 */
export const mochaHooks = {
  beforeEach(this: Mocha.Context): void {
    const test = this.currentTest;
    if (test !== undefined && test.timeout() < timeout) test.timeout(timeout);
  },
};
