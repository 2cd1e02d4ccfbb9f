import type { AppCheckResult, CheckedApp, Named } from '../../model/index.ts';
import { named, namedApp, namedKey, namedLogin, type Identity } from './identity.ts';
import { madeBy } from './identities.ts';
import { ours } from './ours.ts';
import { redactor, type Redactor } from './redactor.ts';

/** Label and developer name of an app are one app. */
const ofApp = ({ name, developerName, consumerKey, near }: CheckedApp): readonly Identity[] => [
  ...named('app', name),
  ...named('app', developerName).map((identity) => (name === undefined ? identity : { ...identity, as: name })),
  ...namedKey(consumerKey),
  ...named('app', ...near),
];

/** A My Domain is mostly called as its org, in small letters. */
const inSmallLetters = (identity: Identity): readonly Identity[] => {
  const name = identity.name.toLowerCase();
  return identity.kind === 'org' && name !== identity.name ? [{ kind: 'org', name, as: identity.name }] : [];
};

/** Profiles, permission sets, groups, the org's name, the subject of a certificate, whoever changed something. */
export const ofNamed = ({ named: all }: { readonly named: readonly Named[] }): readonly Identity[] =>
  all.flatMap(({ via, name }) =>
    via === 'changed-by'
      ? madeBy(name)
      : named(via, name).flatMap((identity) => [{ ...identity, exact: true as const }, ...inSmallLetters(identity)]),
  );

export const ofCheck = (check: AppCheckResult): readonly Identity[] => {
  if ('apps' in check) return [...check.apps.flatMap(({ app }) => ofApp(app)), ...ofNamed(check)];
  const { username, runAs, app, appLabel, login, consumerKey } = check.integration;
  return [
    ...named('user', username, runAs),
    ...namedApp(app),
    ...named('app', appLabel),
    ...namedKey(consumerKey),
    ...namedLogin(login),
    ...ofApp(check.app),
    ...check.named.flatMap((one) =>
      ofNamed({ named: [one] }).map((identity) =>
        one.via === 'user' && username !== undefined ? { ...identity, as: username } : identity,
      ),
    ),
  ];
};

/** Members of a check that hold words of our own as well. */
export const words: ReadonlySet<string> = new Set([
  ...ours,
  'check',
  'decidingGate',
  'hides',
  'origin',
  'reason',
  'state',
  'class',
  'via',
  'title',
  'meaning',
  'verify',
  'permission',
]);

/** A check with a pseudonym, the same in all that the redactor hides, for every user, org, host, address, app, file, key and id. */
export const pseudonymisedCheck = <T extends AppCheckResult>(check: T, by: Redactor = redactor()): T => {
  by.learn([...namedLogin(check.targetOrg?.username, check.targetOrg?.alias), ...ofCheck(check)]);
  return by.data(check, words);
};
