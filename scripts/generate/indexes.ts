import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { variable } from '../cause/files.ts';

const generated = '// Written by `npm run generate` from the names of the files: change those, not this.';

/** The files of a folder that have a default export: each is one cause, or one scenario, by the name of its file. */
const idsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && /^export default /mu.test(readFileSync(path.join(folder, name), 'utf8')))
    .map((name) => name.slice(0, -'.ts'.length))
    .toSorted();

const imports = (ids: readonly string[]): string[] => ids.map((id) => `import ${variable(id)} from './${id}.ts';`);

const list = (items: readonly string[]): string[] => items.map((item) => `  ${item},`);

const causeIds = (ids: readonly string[]): string[] => [
  generated,
  '',
  '/** The id of every root cause: the name of its file in `src/causes`, for ever. */',
  'export const causeIds = [',
  ...list(ids.map((id) => `'${id}'`)),
  '] as const;',
  '',
  'export type CauseId = (typeof causeIds)[number];',
];

const causes = (ids: readonly string[]): string[] => [
  generated,
  "import type { Cause } from '../model/index.ts';",
  ...imports(ids),
  '',
  '/** The catalogue: every root cause, sorted by id. */',
  'export const causes: readonly Cause[] = [',
  ...list(ids.map(variable)),
  '];',
];

const scenarios = (ids: readonly string[]): string[] => [
  generated,
  ...imports(ids),
  "import type { Scenario } from './scenario.ts';",
  '',
  '/** Every scenario, by id. */',
  'export const scenarios: readonly Scenario[] = [',
  ...list(ids.map(variable)),
  '];',
  '',
  'export const scenarioIds: readonly string[] = scenarios.map(({ id }) => id);',
  '',
  'export const scenarioNamed = (id: string): Scenario | undefined => scenarios.find((one) => one.id === id);',
];

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** What lists the causes and the scenarios, from the names of their files in this folder's repo. */
export const indexes = (): Array<readonly [string, string]> => {
  const ids = idsIn('src/causes');
  return [
    ['src/model/cause-id.ts', text(causeIds(ids))],
    ['src/causes/index.ts', text(causes(ids))],
    ['simulator/scenarios/index.ts', text(scenarios(idsIn('simulator/scenarios')))],
  ];
};
