import type { Diagnosis } from '../../model/index.ts';
import { named, namedApp, namedKey, namedLogin, person, type Identity } from './identity.ts';

/** Whoever made a change: a username, a display name, or both as `Ada Admin (ada@acme.com)`. */
export const madeBy = (by: string | undefined): readonly Identity[] => {
  const [whole, name, username] = /^(.+?) \((\S+@\S+)\)$/u.exec(by ?? '') ?? [];
  if (whole === undefined) return named('user', by);
  return [...person(whole, username), ...person(name, username)];
};

/** Who the diagnosis names by their place in it: people, apps, aliases. */
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
    ...named('user', username, runAs),
    ...namedLogin(login, targetOrg?.username, targetOrg?.alias),
    ...[...changes, ...findings.flatMap(({ change, began, undone }) => [change, began?.change, undone])].flatMap(
      (change) => madeBy(change?.by),
    ),
    ...namedKey(consumerKey),
    ...namedApp(app),
    ...named('app', appLabel, failingRow?.application, recorded?.other?.application),
    ...named('app', ...(recorded?.lines ?? []).map(({ application }) => application)),
  ];
};
