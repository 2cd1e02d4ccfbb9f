/**
 * `npm run pack:engine [-- <folder>]`: packs the engine without the CLI's packages, for Node programs, into a folder (this one unless told).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './demo/build.ts';
import { writeEnginePackage } from './engine/write-package.ts';

const [into = '.'] = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'engine-'));
try {
  buildIfNeeded();
  writeEnginePackage(folder);
  // On Windows npm is a script, which only a shell runs.
  const { status } = spawnSync('npm', ['pack', '--silent', '--pack-destination', path.resolve(into)], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
