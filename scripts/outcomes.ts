/**
 * Plays every scenario by the commands themselves, and writes what each ends with, and what it finds, as JSON: `node scripts/outcomes.ts FILE`.
 * It uses nothing that an earlier state of the repository lacks: copied into one, it tells what has moved since.
 */
import { writeFileSync } from 'node:fs';
import { Config } from '@oclif/core';
import { loginUrlOf } from '../simulator/scenarios/client.ts';
import { scenarioIds } from '../simulator/scenarios/index.ts';
import { startScenario } from '../simulator/scenarios/start.ts';
import AuthConnectedappCheck from '../src/commands/auth/connectedapp/check.ts';
import AuthDoctor from '../src/commands/auth/doctor.ts';
import { inHome } from '../test/support/home.ts';

type Command = new (argv: string[], config: Config) => { _run: () => Promise<unknown> };

/** What is read of a diagnosis or of a check. */
type Result = {
  readonly outcome?: string;
  readonly findings?: ReadonlyArray<{ readonly cause: string; readonly role: string; readonly standing: string }>;
  readonly gates?: ReadonlyArray<{ readonly gate: string; readonly state: string }>;
};

const [file = 'outcomes.json'] = process.argv.slice(2);
const config = await Config.load({ root: process.cwd() });

const ending = async (command: Command, argv: readonly string[]) => {
  process.exitCode = 0;
  const result = ((await new command([...argv, '--json'], config)._run().catch(() => undefined)) ?? {}) as Result;
  return {
    code: process.exitCode,
    outcome: result.outcome,
    confirmed: (result.findings ?? [])
      .filter(({ standing, role }) => standing === 'confirmed' && role !== 'later')
      .map(({ role, cause }) => `${role} ${cause}`),
    closed: (result.gates ?? []).filter(({ state }) => state === 'closed').map(({ gate }) => gate),
    members: Object.keys(result).toSorted(),
  };
};

const played = async (id: string) => {
  const { info, stage, stop } = await startScenario(id);
  const { flow, sourceIp } = stage.client;
  const flags: ReadonlyArray<readonly [name: string, value: string | null | undefined]> = [
    ['--target-org', 'admin'],
    ['--username', info.username],
    ['--app', flow === 'soap-login' ? undefined : info.app],
    ['--flow', flow],
    ['--login-url', loginUrlOf(stage.client, stage.sim.urls)],
    ['--jwt-key-file', info.keyFile],
    ['--source-ip', sourceIp],
  ];
  const login = flags.flatMap(([name, value]) => (value === undefined || value === null ? [] : [name, value]));
  const text = info.errorText === '' ? [] : ['--error', info.errorText];
  try {
    return await inHome({ SF_DISABLE_LOG_FILE: 'true', SF_DISABLE_TELEMETRY: 'true', ...info.env }, async () => ({
      doctor: await ending(AuthDoctor, [...login, ...text]),
      doctorWithoutText: await ending(AuthDoctor, login),
      check: await ending(AuthConnectedappCheck, login),
    }));
  } finally {
    await stop();
  }
};

const all: Record<string, Awaited<ReturnType<typeof played>>> = {};
for (const id of scenarioIds) all[id] = await played(id);
writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
process.exit(0);
