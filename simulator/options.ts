import os from 'node:os';
import path from 'node:path';
import { permissionNamed } from './scenarios/permissions.ts';
import { scenarioIds } from './scenarios/index.ts';

/** What `npm run simulator` was asked for. `list`: only name the scenarios. */
export type Request = { readonly list: true } | ({ readonly list: false; readonly scenario: string } & RequestOptions);

type RequestOptions = {
  /** 0 or absent: any free ports. */
  readonly port?: number;
  /** Milliseconds that each answer takes. */
  readonly latency?: number;
  /** Further Login History rows, of everybody, in the six months before the story. */
  readonly rows?: number;
  /** What stands round the story. */
  readonly world?: 'crowded';
  /** Real names for the hosts, and a proxy that leads there. */
  readonly asSalesforce?: boolean;
  /** Permissions taken away from the looking admin, as metadata names. */
  readonly deny: readonly string[];
  /** Absolute path; absent: a new folder that goes away with the simulator. */
  readonly home?: string;
};

/** A mistake in the command line: the message is one sentence for the person who typed it. */
export class UsageError extends Error {
  public override readonly name = 'UsageError';
}

type Flag = { readonly flag: string; readonly values: readonly string[] };

/** `--flag value value --flag=value` as flags, each with the words after it. */
const flagsOf = (words: readonly string[]): Flag[] => {
  const flags: Array<{ flag: string; values: string[] }> = [];
  for (const word of words) {
    if (word.startsWith('--')) {
      const [flag = '', ...value] = word.split('=');
      flags.push({ flag, values: value.length === 0 ? [] : [value.join('=')] });
    } else if (flags.length === 0) {
      throw new UsageError(`"${word}" is not a flag: name the scenario with --scenario <id>.`);
    } else flags.at(-1)?.values.push(word);
  }
  return flags;
};

const known = [
  '--scenario',
  '--port',
  '--latency',
  '--rows',
  '--world',
  '--deny',
  '--home',
  '--as-salesforce',
  '--list',
];

const checkNames = (flags: readonly Flag[]): void => {
  for (const [at, { flag }] of flags.entries()) {
    if (!known.includes(flag)) throw new UsageError(`There is no flag ${flag}: the flags are ${known.join(', ')}.`);
    if (flag !== '--deny' && flags.findIndex((other) => other.flag === flag) !== at) {
      throw new UsageError(`${flag} was given twice.`);
    }
  }
};

const one = (flags: readonly Flag[], flag: string, what: string): string | undefined => {
  const found = flags.find((each) => each.flag === flag);
  if (found === undefined) return undefined;
  const [value, ...more] = found.values;
  if (value === undefined || value === '' || more.length > 0)
    throw new UsageError(`${flag} wants exactly one ${what}.`);
  return value;
};

const count = (flags: readonly Flag[], flag: string, what: string, most: number): number | undefined => {
  const text = one(flags, flag, what);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/u.test(text) || Number(text) > most) {
    throw new UsageError(`${flag} wants a ${what} from 0 to ${most}, not "${text}".`);
  }
  return Number(text);
};

/** The login host takes it, and the other hosts those above. */
const highestPort = 65_535 - 4;

const deniedBy = (flags: readonly Flag[]): string[] => {
  const asked = flags.filter(({ flag }) => flag === '--deny');
  if (asked.some(({ values }) => values.length === 0)) throw new UsageError('--deny wants at least one permission.');
  return asked
    .flatMap(({ values }) => values)
    .map((text) => {
      const name = permissionNamed(text);
      if (name === undefined) {
        throw new UsageError(`--deny knows no permission "${text}": give its metadata name or its label in Setup.`);
      }
      return name;
    });
};

const homeAsked = (flags: readonly Flag[]): string | undefined => {
  const text = one(flags, '--home', 'folder');
  if (text === undefined) return undefined;
  const folder = path.resolve(text);
  if (folder === path.resolve(os.homedir())) throw new UsageError('--home must not be your own home folder.');
  return folder;
};

const worldAsked = (flags: readonly Flag[]): 'crowded' | undefined => {
  const world = one(flags, '--world', 'world');
  if (world === undefined || world === 'crowded') return world;
  throw new UsageError(`There is no world "${world}": the one besides the usual is crowded.`);
};

const scenarioAsked = (flags: readonly Flag[]): string => {
  const id = one(flags, '--scenario', 'scenario');
  if (id === undefined) throw new UsageError('Name a scenario with --scenario <id>, or ask for them with --list.');
  if (!scenarioIds.includes(id)) throw new UsageError(`There is no scenario "${id}": --list names them.`);
  return id;
};

const isAsked = (flags: readonly Flag[], flag: string): boolean => {
  const found = flags.find((each) => each.flag === flag);
  if (found !== undefined && found.values.length > 0) throw new UsageError(`${flag} takes no value.`);
  return found !== undefined;
};

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

/** Reads the command line. Throws a `UsageError`. */
export const readOptions = (words: readonly string[]): Request => {
  const flags = flagsOf(words);
  checkNames(flags);
  const list = flags.find(({ flag }) => flag === '--list');
  if (list !== undefined) {
    if (flags.length > 1 || list.values.length > 0) throw new UsageError('--list stands alone.');
    return { list: true };
  }
  return {
    list: false,
    scenario: scenarioAsked(flags),
    deny: deniedBy(flags),
    ...(isAsked(flags, '--as-salesforce') ? { asSalesforce: true } : {}),
    ...given('port', count(flags, '--port', 'port', highestPort)),
    ...given('latency', count(flags, '--latency', 'number of milliseconds', 60_000)),
    ...given('rows', count(flags, '--rows', 'number of rows', 10_000_000)),
    ...given('world', worldAsked(flags)),
    ...given('home', homeAsked(flags)),
  };
};
