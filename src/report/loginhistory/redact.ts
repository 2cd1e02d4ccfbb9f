import type { Followed, LoginFailures, NearChange } from '../../model/index.ts';
import { mapStrings } from '../map-strings.ts';
import type { Kind } from '../pseudonyms/namer.ts';
import { redactor, type Redactor } from '../pseudonyms/redactor.ts';

/** Members that hold words of our own, or of Salesforce. */
const ours: ReadonlySet<string> = new Set([
  'about',
  'action',
  'byReason',
  'decides',
  'dimension',
  'found',
  'format',
  'groupedBy',
  'id',
  'kind',
  'loginTypes',
  'missing',
  'outcome',
  'permission',
  'reason',
  'sight',
  'starts',
  'state',
  'status',
  'statuses',
  'statusesUnmet',
  'suspects',
  'why',
]);

/** Values that stand for no app. */
const noApp: ReadonlySet<string> = new Set(['N/A', '-', 'Browser', '']);

type Name = readonly [kind: Kind, name: string];

const named = (kind: Kind, ...names: ReadonlyArray<string | undefined>): readonly Name[] =>
  names.flatMap((name) => (name === undefined || noApp.has(name) ? [] : [[kind, name] as const]));

/** Who stands where a user or an app stands, whatever it is called. */
const namesIn = ({
  from,
  filters,
  appsNamed = [],
  groups,
  groupedBy,
  spikes,
  storms,
  silences,
  rates,
}: LoginFailures): readonly Name[] => [
  ...named('user', from.kind === 'org' ? from.targetOrg.username : undefined, ...filters.usernames),
  ...named('login', from.kind === 'org' ? from.targetOrg.alias : undefined),
  ...named('app', ...filters.apps, ...appsNamed.map(({ label }) => label)),
  ...groups.flatMap((group) => [
    ...named('user', ...group.users.top.map(({ value }) => value), groupedBy === 'user' ? group.key : undefined),
    ...named('app', ...group.apps.top.map(({ value }) => value), groupedBy === 'app' ? group.key : undefined),
    ...named('user', group.login?.user, ...group.changes.map(({ by }) => by)),
    ...named('app', group.login?.app),
  ]),
  ...spikes.flatMap(({ key }) =>
    groupedBy === 'user' ? named('user', key) : groupedBy === 'app' ? named('app', key) : [],
  ),
  ...rates.flatMap(({ user, apps }) => [
    ...named('user', user),
    ...named('app', ...apps.top.map(({ value }) => value)),
  ]),
  ...[...storms, ...silences].flatMap(({ user, app }) => [...named('user', user), ...named('app', app)]),
];

/** The sentence of an audit entry names people and things in free text: only the kind of the entry is left. */
const blunt = (change: NearChange): NearChange => ({ ...change, display: change.action });

/** Lines of a file may hold anything. */
const withoutSamples = (result: LoginFailures): LoginFailures => {
  const { unread } = result.completeness;
  if (unread === undefined) return result;
  const samples = unread.samples.map(({ line, reason }) => ({ line, reason }));
  return { ...result, completeness: { ...result.completeness, unread: { ...unread, samples } } };
};

const withoutFileName = (result: LoginFailures): LoginFailures =>
  result.from.kind === 'org' ? result : { ...result, from: { ...result.from, name: 'file' } };

const keptOfTold: ReadonlySet<string> = new Set([
  'at',
  'code',
  'decides',
  'kind',
  'lastFailure',
  'status',
  'suspects',
  'threshold',
]);

export type FailuresRedactor = {
  readonly failures: (result: LoginFailures) => LoginFailures;
  readonly told: (told: Followed) => Followed;
};

/**
 * Gives a pseudonym, the same in all that goes through it, to every user, org, host, address, app and id. Names are replaced where
 * they stand alone; patterns (addresses, ids, hosts, usernames) wherever they stand. A file's name is left out.
 */
export const failuresRedactor = ({ name, text }: Redactor): FailuresRedactor => {
  const names = new Map<string, string>();
  const learn = (found: readonly Name[]): void => {
    for (const [kind, plain] of found) names.set(plain, names.get(plain) ?? name(kind, plain));
  };
  const hide = (whole: string): string => names.get(whole) ?? text(whole);
  return {
    failures: (result) => {
      learn(namesIn(result));
      const bare = withoutFileName(withoutSamples(result));
      const groups = bare.groups.map((group) => ({ ...group, changes: group.changes.map(blunt) }));
      return mapStrings({ ...bare, groups }, hide, ours);
    },
    told: (told) => {
      if ('app' in told) learn(named('app', told.app));
      if ('user' in told) learn(named('user', told.user));
      return mapStrings(told, hide, keptOfTold);
    },
  };
};

export const pseudonymisedFailures = (result: LoginFailures, by: Redactor = redactor()): LoginFailures =>
  failuresRedactor(by).failures(result);
