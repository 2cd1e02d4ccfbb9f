import type { faults } from './fault-table.ts';

/** What became of the runs of a command under a fault, each request struck in turn: how often, in order of how often. */
export type Became = ReadonlyMap<string, number>;

const cell = (became: Became | undefined): string =>
  [...(became ?? [])]
    .toSorted(([, a], [, b]) => b - a)
    .map(([what, times]) => (times === 1 ? what : `${what} ×${times}`))
    .join(', ') || '-';

/** `docs/faults.md`: fault × command. Ends with a line break. */
export const faultsPage = (
  table: ReadonlyMap<string, ReadonlyMap<string, Became>>,
  all: typeof faults,
  runs: number,
): string => {
  const commands = [...table.keys()];
  const rows = all.map(({ name }) => [name, ...commands.map((command) => cell(table.get(command)?.get(name)))]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[
    '# Faults',
    'What each command comes to where one answer of the org or of the login host meets a fault, in the simulated org with a user whom no permission set lets use the app; each request of the command is struck in turn, but of a wait one a fault. Written by `npm run proof:faults -- --write`; do not edit.',
    '`same`: the outcome is that of a run without a fault. Another outcome is honestly less; a name is that of the error, with exit code 1 or 2. In none of them is a cause confirmed that is not there, is a login called healthy that is not, does the command hang, or is there a stack trace: the proof ends with an error where it is so.',
    [line(['fault', ...commands]), line(['---', ...commands.map(() => '---')]), ...rows.map(line)].join('\n'),
    `${runs} runs.`,
  ].join('\n\n')}\n`;
};
