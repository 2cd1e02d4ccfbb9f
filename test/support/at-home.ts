import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';

type Names = Readonly<Record<string, string>>;

/** Gives orgs of a home further names; `named`: from those that it has. */
export const nameOrgs = (home: string, named: (orgs: Names) => Names): void => {
  const file = path.join(home, '.sfdx', 'alias.json');
  const known = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { orgs: {} }) as { readonly orgs: Names };
  writeFileSync(file, JSON.stringify({ orgs: named(known.orgs) }));
};

/** A suite whose tests run in the home of a scenario that is on stage, after `prepare` put there what they need. */
export const atHome = (
  scenario: string,
  prepare: (home: string, stage: Started['stage']) => Promise<void> | void,
): (() => Started) => {
  let started: Started;
  let home: string;
  let folder: string;
  before(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), 'at-home-'));
    started = await startScenario(scenario, { home });
    await prepare(home, started.stage);
    folder = process.cwd();
    process.chdir(home);
  });
  after(async () => {
    process.chdir(folder);
    await started.stop();
    rmSync(home, { recursive: true, force: true });
  });
  return () => started;
};
