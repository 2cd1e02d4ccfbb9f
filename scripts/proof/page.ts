import { compared, tableOf } from './lines.ts';
import type { Staged } from './stage.ts';

const fenced = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

const entry = ({ id, title, command, brief, full }: Staged): string =>
  [
    `## ${title}`,
    `Scenario \`${id}\`: \`npm run demo -- ${id}\``,
    fenced(`${command}\n\n${brief}`),
    `<details><summary>The full screen: <code>sf auth doctor --last --details</code></summary>`,
    fenced(full),
    '</details>',
  ].join('\n\n');

/** `docs/screens.md`: what every scenario looks like. Ends with a line break. */
export const pageOf = (all: readonly Staged[]): string =>
  `${[
    '# Screens',
    'What `sf auth doctor` prints for every broken login that the simulated org can play, at 80 columns, as an admin with all permissions sees it. Written by `npm run proof:screens -- --write`; do not edit. Hosts stand under their real names.',
    '## Where the answer stands',
    'In which line of the full screen, which once was the only one, and of the default one the cause, the fix and the first link or command stand, and how many lines there are. Where there is none, there is no such step: what passes by itself has no link, and of what is not decided no fix stands above the others.',
    fenced(tableOf(all.flatMap(compared))),
    ...all.map(entry),
  ].join('\n\n')}\n`;
