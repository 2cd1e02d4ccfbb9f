import { readFileSync } from 'node:fs';
import type { MutantResult } from '@stryker-mutator/api/core';

/** A mutant that nothing kills, and why that is right. */
export type Explained = { readonly file: string; readonly from: string; readonly to: string; readonly why: string };

const explainedFile = 'scripts/mutants/explained.json';

export const explained = (): readonly Explained[] => JSON.parse(readFileSync(explainedFile, 'utf8')) as Explained[];

/** What stands in the source where the mutant stands. */
const original = ({ fileName, location: { start, end } }: MutantResult): string => {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
};

export type Survivor = Omit<Explained, 'why'> & { readonly line: number };

const isAlive = ({ status }: MutantResult): boolean => status === 'Survived' || status === 'NoCoverage';

export const survivorsOf = (mutants: readonly MutantResult[]): readonly Survivor[] =>
  mutants.filter(isAlive).map((mutant) => ({
    file: mutant.fileName,
    line: mutant.location.start.line,
    from: original(mutant),
    to: mutant.replacement,
  }));

export const isSame = (one: Omit<Explained, 'why'>, other: Omit<Explained, 'why'>): boolean =>
  one.file === other.file && one.from === other.from && one.to === other.to;
