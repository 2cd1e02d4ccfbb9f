import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Lets something break every file of the repository as it stands now, in a folder of its own: never in the tree. */
export const inWorkingCopy = async <T>(name: string, use: (folder: string) => Promise<T> | T): Promise<T> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((one) => one !== '' && existsSync(one)))
    cpSync(file, path.join(folder, file));
  // What is prepared is no source: a test that loads the package by its name has it as it is.
  for (const prepared of ['node_modules', 'lib']) symlinkSync(path.resolve(prepared), path.join(folder, prepared));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
