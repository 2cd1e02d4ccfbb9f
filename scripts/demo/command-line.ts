import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import { scenarioNamed } from '../../simulator/scenarios/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';

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
  ...(info.errorText === '' ? [] : ['--error', info.errorText]),
];

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command as it would stand in a terminal. */
export const shown = (words: readonly string[]): string => `$ sf auth doctor ${words.map(quoted).join(' ')}`;
