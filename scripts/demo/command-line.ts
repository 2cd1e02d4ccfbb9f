import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import { scenarioNamed } from '../../simulator/scenarios/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';

/** What still fits a command line. A longer text a person has in a file. */
const longest = 160;

const errorFlags = ({ errorText, home }: Started['info']): readonly string[] => {
  if (errorText === '') return [];
  if (errorText.length <= longest && !errorText.includes('\n')) return ['--error', errorText];
  const file = path.join(home, 'error.log');
  writeFileSync(file, errorText);
  return ['--error-file', file];
};

/** What a person who was called at night would type: who, through what, from where, and what it said. */
export const doctorFlags = ({ stage, info }: Started): string[] => [
  ...['--target-org', 'admin'],
  ...(scenarioNamed(info.scenario)?.byLogin === true ? ['--login', 'ci'] : ['--username', info.username]),
  // login() goes through no app.
  ...(stage.client.flow === 'soap-login' ? [] : ['--app', info.app]),
  ...['--flow', stage.client.flow],
  ...['--login-url', loginUrlOf(stage.client, stage.sim.urls)],
  ...(info.keyFile === null ? [] : ['--jwt-key-file', info.keyFile]),
  ...(info.authUrlFile === undefined ? [] : ['--sfdx-url-file', info.authUrlFile]),
  ...errorFlags(info),
];

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command as it would stand in a terminal. */
export const shown = (words: readonly string[]): string => `$ sf auth doctor ${words.map(quoted).join(' ')}`;
