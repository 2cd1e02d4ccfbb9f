import path from 'node:path';
import type { Started } from '../../simulator/scenarios/start.ts';
import AuthConnectedappCheck from '../../src/commands/auth/connectedapp/check.ts';
import AuthDoctor from '../../src/commands/auth/doctor.ts';
import AuthExplain from '../../src/commands/auth/explain.ts';
import AuthLoginhistoryFailures from '../../src/commands/auth/loginhistory/failures.ts';
import { formats, readingFormats } from '../../src/output/formats.ts';
import type { Ran } from './cli.ts';
import { runHere } from './in-process.ts';

const commands = {
  doctor: AuthDoctor,
  check: AuthConnectedappCheck,
  failures: AuthLoginhistoryFailures,
  explain: AuthExplain,
};

export type Call = { readonly command: keyof typeof commands; readonly argv: readonly string[] };

export const callHere = ({ command, argv }: Call, env: Readonly<Record<string, string>>): Promise<Ran> =>
  runHere(commands[command], argv, env);

/** Every way in which a report comes out. */
const waysIn = (all: readonly string[]): ReadonlyArray<readonly string[]> => [
  ['--details'],
  ['--json'],
  ...all.map((format) => ['--result-format', format]),
];

const inEveryWay = (
  command: Call['command'],
  argv: readonly string[],
  all: readonly string[] = formats,
): readonly Call[] => waysIn(all).map((way) => ({ command, argv: [...argv, ...way] }));

/** Calls that end with a report, in every format. */
export const reporting = ({ info }: Started, errorText: string): readonly Call[] => {
  const login = [
    ...['--target-org', 'admin', '--username', info.username, '--app', info.app, '--flow', 'jwt'],
    ...(info.keyFile === null ? [] : ['--jwt-key-file', info.keyFile]),
    ...['--login-url', info.urls.myDomain],
  ];
  return [
    ...inEveryWay('doctor', [...login, '--error', errorText, '--no-save']),
    ...inEveryWay('check', login),
    ...inEveryWay('check', ['--target-org', 'admin', '--all']),
    ...inEveryWay('failures', ['--target-org', 'admin', '--since', '7d']),
    ...inEveryWay('failures', ['--target-org', 'admin', '--username', info.username, '--app', info.app]),
    ...inEveryWay('explain', [errorText], readingFormats),
  ];
};

/** Calls that end with an error, with something in every place that takes any. */
export const failing = (given: string, folder: string): readonly Call[] => {
  const file = path.join(folder, given);
  const calls: readonly Call[] = [
    ...['--login', '--target-org'].map((flag): Call => ({ command: 'doctor', argv: [flag, given] })),
    ...['--error-file', '--evidence'].map((flag): Call => ({ command: 'doctor', argv: [flag, file] })),
    { command: 'doctor', argv: ['--error', 'x', '--offline', '--output-file', path.join(file, 'report.md')] },
    { command: 'doctor', argv: ['--error', 'x', '--offline', '--save-evidence', path.join(folder, 'file', given)] },
    { command: 'doctor', argv: ['--offline', '--username', given, '--app', given, '--jwt-key-file', file] },
    { command: 'doctor', argv: ['--offline', '--sfdx-url-file', file] },
    ...(['doctor', 'check'] as const).flatMap((command) =>
      [given, file].map((one): Call => ({ command, argv: ['--attempt', '--app', 'x', '--client-secret-file', one] })),
    ),
    { command: 'doctor', argv: ['--offline', '--assertion-file', file] },
    { command: 'doctor', argv: ['--offline', '--token-file', given] },
    { command: 'check', argv: ['--login', given] },
    { command: 'check', argv: ['--target-org', given, '--app', given] },
    { command: 'check', argv: ['--offline', '--app', given, '--username', given, '--flow', 'jwt'] },
    { command: 'check', argv: ['--offline', '--app', 'x', '--source-ip', `@${file}`] },
    { command: 'failures', argv: ['--file', file] },
    { command: 'failures', argv: ['--target-org', given] },
  ];
  return calls.flatMap(({ command, argv }): readonly Call[] => [
    { command, argv },
    { command, argv: [...argv, '--json'] },
  ]);
};

/** Calls that are wrong usage, with something that was typed in the wrong place. */
export const mistyped = (given: string): readonly Call[] => [
  { command: 'doctor', argv: ['--flow', given] },
  { command: 'doctor', argv: ['--at', given, '--offline', '--error', 'x'] },
  { command: 'doctor', argv: ['--login-url', given, '--offline'] },
  { command: 'doctor', argv: ['--source-ip', given, '--offline', '--error', 'x'] },
  { command: 'doctor', argv: [given] },
  { command: 'check', argv: ['--needs', given] },
  { command: 'check', argv: ['--wait', given] },
  { command: 'failures', argv: ['--since', given] },
  { command: 'failures', argv: ['--window', given, '--threshold', '1'] },
  { command: 'failures', argv: ['--file', '-', '--zone', given] },
  { command: 'explain', argv: [given] },
  { command: 'explain', argv: ['--flow', given] },
];
