import path from 'node:path';
import { expect } from 'chai';
import type { Started } from '../../../../simulator/scenarios/start.ts';
import { formats as reportFormats } from '../../../../src/output/formats.ts';
import { root, run, type Ran } from '../../../support/cli.ts';

export type Result = {
  readonly outcome: string;
  readonly decidingGate?: string;
  readonly gates: ReadonlyArray<{
    readonly gate: string;
    readonly state: string;
    readonly signs: ReadonlyArray<{ readonly text: string }>;
  }>;
  readonly wait?: { readonly outcome: string; readonly verdict: string; readonly tries: readonly unknown[] };
};

export const bin = path.join(root, 'bin', 'run.js');

/** The command as it is built, in a pipe. */
export const runIn = (env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Ran> =>
  run(process.execPath, [bin, 'auth', 'connectedapp', 'check', ...args], { env, ...homeOf(env) });

const homeOf = ({ HOME: cwd }: Readonly<Record<string, string>>): { readonly cwd?: string } =>
  cwd === undefined ? {} : { cwd };

/** What a report can be asked for as: `--help` names no other. */
export const formats: ReadonlyArray<readonly string[]> = [
  ['--json'],
  ...reportFormats.map((format) => ['--result-format', format]),
];

export type Checking = {
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  readonly json: (...args: readonly string[]) => Promise<{ readonly code: number | null; readonly result: Result }>;
  /** The flags of a whole check, without the private key. */
  readonly asked: () => readonly string[];
  readonly withKey: () => readonly string[];
  /** Those of who waits without an org. */
  readonly waiting: () => readonly string[];
};

/** Checks the app of a simulated org. */
export const checking = (started: () => Started): Checking => {
  const check = (...args: readonly string[]): Promise<Ran> => runIn(started().info.env, args);
  const asked = (): readonly string[] => {
    const { app, username, urls } = started().info;
    return [
      ...['--target-org', 'admin', '--app', app, '--username', username, '--flow', 'jwt'],
      ...['--login-url', urls.myDomain, '--source-ip', '203.0.113.7'],
    ];
  };
  return {
    run: check,
    json: async (...args) => {
      const { code, stdout } = await check(...args, '--json');
      const { result, status } = JSON.parse(stdout) as { result: Result; status: number };
      expect(status).to.equal(code);
      return { code, result };
    },
    asked,
    withKey: () => [...asked(), '--jwt-key-file', started().info.keyFile ?? ''],
    waiting: () => ['--app', started().info.consumerKey, '--login-url', started().info.urls.myDomain],
  };
};
