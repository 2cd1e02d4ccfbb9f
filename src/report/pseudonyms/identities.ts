import type { Diagnosis } from '../../model/index.ts';
import type { Kind } from './namer.ts';

/**
 * `as`: another name of the same one, whose pseudonym it shares. `exact`: a name such as `Integration` or `Login`, that is found in upper and
 * lower case as it stands, since it may be a word of our own too.
 */
export type Identity = { readonly kind: Kind; readonly name: string; readonly as?: string; readonly exact?: true };

/** Shorter names would hit ordinary words. */
const shortest = 3;

/** The CLI's own app: everyone's, so it tells nothing. */
const everyones = new Set(['PlatformCLI']);

const all = (kind: Kind, ...names: ReadonlyArray<string | undefined>): readonly Identity[] =>
  names.flatMap((name) => {
    const trimmed = name?.trim() ?? '';
    return trimmed.length < shortest || everyones.has(trimmed) ? [] : [{ kind, name: trimmed }];
  });

const kindOfApp = (app: string | undefined): Kind => (app?.startsWith('3MVG') === true ? 'key' : 'app');

/** Whoever made a change: a username, a display name, or both as `Ada Admin (ada@acme.com)`. */
const person = (by: string | undefined): readonly Identity[] => {
  const [whole, name = '', username = ''] = /^(.+?) \((\S+@\S+)\)$/u.exec(by ?? '') ?? [];
  if (whole === undefined) return all('user', by);
  return [...all('user', username), ...all('user', whole, name).map((one) => ({ ...one, as: username }))];
};

/** Who the diagnosis names by their place in it: people, apps, aliases. No pattern would find these. */
export const identities = ({
  integration,
  targetOrg,
  failingRow,
  recorded,
  changes,
  findings,
}: Diagnosis): readonly Identity[] => {
  const { username, runAs, login, app, appLabel, consumerKey } = integration;
  return [
    ...all('user', username, runAs, login?.includes('@') === true ? login : undefined, targetOrg?.username),
    ...[...changes, ...findings.flatMap(({ change, undone }) => [change, undone])].flatMap((change) =>
      person(change?.by),
    ),
    ...all('key', consumerKey),
    ...all(kindOfApp(app), app),
    ...all('app', appLabel, failingRow?.application, recorded?.other?.application),
    ...all('app', ...(recorded?.lines ?? []).map(({ application }) => application)),
    ...all('login', login?.includes('@') === true ? undefined : login, targetOrg?.alias),
  ];
};
