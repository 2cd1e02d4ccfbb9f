import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import type { Started } from '../../simulator/scenarios/start.ts';

/** Where it is about the key that the integration sends: its stored login holds that. */
const aboutTheKey = new Set(['app-not-found-or-propagating', 'app-wrong-consumer-key']);

/** What a person who was called at night would type: who, through what, from where, and what it said. */
export const doctorFlags = ({ stage, info }: Started): string[] => [
  ...['--target-org', 'admin'],
  ...(aboutTheKey.has(info.scenario) ? ['--login', 'ci'] : ['--username', info.username]),
  ...['--app', info.app],
  ...['--flow', stage.client.flow],
  ...['--login-url', loginUrlOf(stage.client, stage.sim.urls)],
  ...(info.keyFile === null ? [] : ['--jwt-key-file', info.keyFile]),
  ...(info.errorText === '' ? [] : ['--error', info.errorText]),
];

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The command as it would stand in a terminal. */
export const shown = (words: readonly string[]): string => `$ sf auth doctor ${words.map(quoted).join(' ')}`;
