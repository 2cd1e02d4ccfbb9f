import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { homeEnvironment } from '../../simulator/home/env.ts';
import { buildIfNeeded } from '../../scripts/demo/build.ts';
import { run, runSf } from '../support/cli.ts';
import type { Ran } from '../support/cli.ts';

/** A home in which the packed plugin is installed into the real `sf` CLI. */
export type Installed = {
  readonly home: string;
  /** Runs `sf` in that home. */
  readonly sf: (args: readonly string[], input?: string) => Promise<Ran>;
  readonly remove: () => void;
};

const must = (ran: Ran, what: string): Ran => {
  if (ran.code === 0) return ran;
  throw new Error(`${what} ended with ${String(ran.code)}:\n${ran.stdout}\n${ran.stderr}`);
};

/** `npm pack`, without the build that it would start: others may be running what is built. */
const pack = async (folder: string): Promise<string> => {
  buildIfNeeded();
  const packed = must(
    await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]),
    'npm pack',
  );
  return path.join(folder, packed.stdout.trim().split('\n').at(-1) ?? '');
};

/** The CLI's own folders all follow the home, whatever this machine has set. */
const folders = (home: string): Record<string, string> => ({
  XDG_CONFIG_HOME: path.join(home, '.config'),
  XDG_DATA_HOME: path.join(home, '.local', 'share'),
  XDG_CACHE_HOME: path.join(home, '.cache'),
  XDG_STATE_HOME: path.join(home, '.local', 'state'),
  npm_config_cache: path.join(home, '.npm'),
});

/** The CLI asks before it installs a plugin that nobody signed, unless its admin has listed it. */
const allow = (home: string, url: string): void => {
  const folder = path.join(home, '.config', 'sf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'unsignedPluginAllowList.json'), JSON.stringify([url]));
};

/** Packs this repository and installs the package with `sf plugins install file:...tgz`. */
export const installPlugin = async (): Promise<Installed> => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'e2e-home-'));
  const env = { ...homeEnvironment(home), ...folders(home) };
  const sf = (args: readonly string[], input?: string): Promise<Ran> =>
    runSf(args, { env, cwd: home, ...(input === undefined ? {} : { input }) });
  const url = `file:${await pack(home)}`;
  allow(home, url);
  must(await sf(['plugins', 'install', url]), 'sf plugins install');
  return { home, sf, remove: () => rmSync(home, { recursive: true, force: true }) };
};
