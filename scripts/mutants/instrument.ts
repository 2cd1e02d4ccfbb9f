import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const nothing = (): void => undefined;
const off = (): boolean => false;

/** The instrumenter tells how far it is: nobody asks. */
const silent = {
  ...{ isTraceEnabled: off, isDebugEnabled: off, isInfoEnabled: off },
  ...{ isWarnEnabled: off, isErrorEnabled: off, isFatalEnabled: off },
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
};

/** Puts every mutant of the files into a copy, each behind a switch, and tells which there are. */
export const instrument = async (folder: string, globs: readonly string[]): Promise<readonly Mutant[]> => {
  const without = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const names = globSync(
    globs.filter((glob) => !glob.startsWith('!')),
    { exclude: without },
  ).toSorted();
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const instrumented = await new Instrumenter(silent).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  for (const { name, content } of instrumented.files) writeFileSync(path.join(folder, name), content);
  return instrumented.mutants;
};
