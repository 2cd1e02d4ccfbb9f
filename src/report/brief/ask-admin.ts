import type { Diagnosis, Refusal } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { commandLine } from './command-line.ts';

/** What of a refusal fits a command line. */
const short = ({ code, description }: Refusal): string | undefined => {
  const text = [code, description].filter((piece) => piece !== undefined).join(': ');
  return text === '' || text.length > 120 || text.includes('\n') ? undefined : text;
};

/** The command by which somebody with more permissions sees what this session may not: everything that is known of the login. */
export const askLine = ({ integration, refusals, failingRow, firstFailure }: Diagnosis, words: Words): string => {
  const { username, app, flow, loginUrl, sourceIps } = integration;
  const time = failingRow?.at ?? firstFailure;
  const error = refusals.map(short).find((text) => text !== undefined);
  return commandLine(`sf auth doctor -o ${words.text('screen', 'their-alias')}`, [
    ['--username', username],
    ['--app', app],
    ['--flow', flow],
    ['--login-url', loginUrl],
    ['--source-ip', sourceIps.length === 0 ? undefined : sourceIps.join(',')],
    ['--at', time],
    ['--error', error],
  ]);
};
