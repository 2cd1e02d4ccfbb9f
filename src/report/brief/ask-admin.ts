import type { Diagnosis, Refusal } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { commandLine } from './command-line.ts';

/** What of a refusal fits a command line. */
const short = ({ code, description }: Refusal): string | undefined => {
  const text = [code, description].filter((piece) => piece !== undefined).join(': ');
  return text === '' || text.length > 120 || text.includes('\n') ? undefined : text;
};

type Login = Pick<Diagnosis, 'integration' | 'refusals' | 'failingRow' | 'firstFailure'>;

/** The command that looks at this login in an org: with everything that is known of the login. */
export const loginLine = (org: string, { integration, refusals, failingRow, firstFailure }: Login): string => {
  const { username, app, flow, loginUrl, sourceIps } = integration;
  const time = failingRow?.at ?? firstFailure;
  const error = refusals.map(short).find((text) => text !== undefined);
  return commandLine(`sf auth doctor -o ${org}`, [
    ['--username', username],
    ['--app', app],
    ['--flow', flow],
    ['--login-url', loginUrl],
    ['--source-ip', sourceIps.length === 0 ? undefined : sourceIps.join(',')],
    ['--at', time],
    ['--error', error],
  ]);
};

/** The command by which somebody with more permissions sees what this session may not. */
export const askLine = (diagnosis: Diagnosis, words: Words): string =>
  loginLine(words.text('screen', 'their-alias'), diagnosis);
