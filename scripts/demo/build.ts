import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';

const newest = (pattern: string): number => Math.max(0, ...globSync(pattern).map((file) => statSync(file).mtimeMs));

/** Whether `lib/` is there and no source is newer than it. */
const isBuilt = (): boolean => existsSync('lib/chunks') && newest('lib/**/*.js') >= newest('src/**/*.ts');

/** Builds `lib/` where it is missing or older than a source. What the compiler says goes to stderr. Throws where it fails. */
export const buildIfNeeded = (): void => {
  if (isBuilt()) return;
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The plugin could not be built: see what the compiler says above.');
};
