import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** A module that stops the clock of the program that loads it: dates stand, timers go on. `at`: ms. */
const source = (at: number): string => `
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [${at}] : given));
  }
  static now() {
    return ${at};
  }
};
`;

/** Variables under which a program of Node believes that it is `at` (ms), beside those of a simulated home. */
export const atTime = (at: number, folder: string, env: Readonly<Record<string, string>>): Record<string, string> => {
  const file = path.join(folder, 'fixed-clock.cjs');
  writeFileSync(file, source(at));
  return { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} --require ${file}`.trim() };
};
