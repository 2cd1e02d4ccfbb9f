import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Placed } from '../mutants/instrument.ts';
import { named } from './numbers.ts';

const factors = ['2', '0.5'] as const;

/** Puts both sides of every named number of a file into a copy, each behind the switch of the mutants, and tells which there are. */
export const withSides = (folder: string, file: string): readonly Placed[] => {
  const source = readFileSync(path.join(folder, file), 'utf8');
  const sides: Placed[] = [];
  const switched = source.replaceAll(named, (whole: string, name: string, value: string, offset: number) => {
    const line = source.slice(0, offset).split('\n').length - 1;
    const choices = factors.map((factor) => {
      const id = `${file}:${name}*${factor}`;
      const location = { start: { line, column: 0 }, end: { line, column: whole.length } };
      sides.push({
        ...{ id, fileName: file, location, static: true },
        ...{ mutatorName: 'NamedNumber', from: `${name} = ${value}`, replacement: `${name} = ${factor} * ${value}` },
      });
      return `globalThis.__stryker__.activeMutant === ${JSON.stringify(id)} ? Math.ceil(${factor} * ${value}) : `;
    });
    return whole.replace(value, () => `${choices.join('')}${value}`);
  });
  writeFileSync(path.join(folder, file), switched);
  return sides;
};
