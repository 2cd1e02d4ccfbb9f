import { Config } from '@oclif/core';
import { causes } from '../../src/causes/index.ts';

type CachedFlag = { char?: string; aliases?: string[]; name: string; options?: readonly string[] };
type CachedCommand = { id: string; aliases?: string[]; flags?: Record<string, CachedFlag> };

type Manifest = { version: string; commands: Record<string, CachedCommand & Record<string, unknown>> };

/** What only says where the plugin was loaded from, and so differs from machine to machine. */
const machineKeys = new Set(['pluginPath']);

const portable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(portable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !machineKeys.has(key))
      .map(([key, inner]) => [key, portable(inner)]),
  );
};

/** The plugin's own commands as oclif sees them in lib/. */
const loadManifest = async (): Promise<Manifest> => {
  const config = await Config.load({
    root: process.cwd(),
    ignoreManifest: true,
    devPlugins: false,
    userPlugins: false,
  });
  const plugin = config.plugins.get('sf-plugin-auth-doctor');
  if (plugin === undefined || !('manifest' in plugin)) {
    throw new Error('oclif did not load sf-plugin-auth-doctor from this folder');
  }
  return withCompletions(portable(plugin.manifest) as Manifest);
};

/** Flags that take the id of a cause. */
const ofCauses: ReadonlySet<string> = new Set(['why-not']);

/**
 * The shells complete the options that stand in the manifest. The class of the command has none: what it is given it takes as people spell it,
 * and names the near ids.
 */
const completed = (flag: CachedFlag): CachedFlag =>
  ofCauses.has(flag.name) ? { ...flag, options: causes.map(({ id }) => id) } : flag;

const withCompletions = (manifest: Manifest): Manifest => ({
  ...manifest,
  commands: Object.fromEntries(
    Object.entries(manifest.commands).map(([id, command]) => [
      id,
      {
        ...command,
        flags: Object.fromEntries(Object.entries(command.flags ?? {}).map(([name, one]) => [name, completed(one)])),
      },
    ]),
  ),
});

const snapshotOf = ({ commands }: Manifest): unknown =>
  Object.values(commands)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, aliases = [], flags = {} }) => ({
      alias: aliases,
      command: id,
      flagAliases: Object.values(flags)
        .flatMap((flag) => flag.aliases ?? [])
        .toSorted(),
      flagChars: Object.values(flags)
        .flatMap(({ char }) => (char === undefined ? [] : [char]))
        .toSorted(),
      flags: Object.keys(flags).toSorted(),
      plugin: 'sf-plugin-auth-doctor',
    }));

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** `oclif.manifest.json`, which lets the CLI start without loading a command, and the snapshot that guards the flags. */
export const manifestAndSnapshot = async (): Promise<Array<readonly [string, string]>> => {
  const manifest = await loadManifest();
  return [
    ['oclif.manifest.json', json(manifest)],
    ['command-snapshot.json', json(snapshotOf(manifest))],
  ];
};
