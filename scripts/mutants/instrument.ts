import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { filesOf } from './areas.ts';

const nothing = (): void => undefined;
const off = (): boolean => false;

/** The instrumenter tells how far it is: nobody asks. */
const silent = {
  ...{ isTraceEnabled: off, isDebugEnabled: off, isInfoEnabled: off },
  ...{ isWarnEnabled: off, isErrorEnabled: off, isFatalEnabled: off },
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
};

/** A mutant, and what stands in the source where it stands. */
export type Placed = Mutant & { readonly from: string };

const placed = (mutant: Mutant, source: string): Placed => {
  const { start, end } = mutant.location;
  const lines = source.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  const parts = lines.map((line, at) => line.slice(at === 0 ? start.column : 0, at === last ? end.column : undefined));
  return { ...mutant, from: parts.join('\n') };
};

/** Puts every mutant of the files into a copy, each behind a switch, and tells which there are. */
export const instrument = async (folder: string, globs: readonly string[]): Promise<readonly Placed[]> => {
  const files = filesOf(folder, globs).map((name) => ({
    name,
    mutate: true,
    content: readFileSync(path.join(folder, name), 'utf8'),
  }));
  const instrumented = await new Instrumenter(silent).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  for (const { name, content } of instrumented.files) writeFileSync(path.join(folder, name), content);
  const sources = new Map(files.map(({ name, content }) => [name, content]));
  return instrumented.mutants.map((mutant) => placed(mutant, sources.get(mutant.fileName) ?? ''));
};
