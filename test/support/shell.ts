import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, type Ran } from './cli.ts';

/** Programs that a recipe finds on its path: name -> a script, with its first line. */
export type Programs = Readonly<Record<string, string>>;

const sf = `#!/bin/sh\nexec "${process.execPath}" "${path.join(root, 'bin', 'dev.js')}" "$@"\n`;

/** Runs lines of a page in a home as a person's shell does, to the first one that fails. `sf` is this plugin. */
export const shellIn = (
  home: string,
  programs: Programs = {},
  always: Readonly<Record<string, string>> = {},
): ((lines: string, more?: Readonly<Record<string, string>>) => Promise<Ran>) => {
  const bin = path.join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries({ sf, ...programs })) {
    writeFileSync(path.join(bin, name), script);
    chmodSync(path.join(bin, name), 0o755);
  }
  return (lines, more = {}) => {
    const env = { HOME: home, ...always, PATH: `${bin}:${process.env.PATH ?? ''}`, ...more };
    return run('sh', ['-e', '-c', lines], { env, cwd: home });
  };
};
