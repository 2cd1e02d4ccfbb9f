import type { AppCheckResult, CheckedApp } from '../../model/index.ts';
import { hideNames } from './index.ts';
import type { Identity } from './identities.ts';

/** Shorter names would hit ordinary words. */
const shortest = 3;

const one = (kind: Identity['kind'], name: string | undefined): readonly Identity[] =>
  name === undefined || name.trim().length < shortest ? [] : [{ kind, name: name.trim() }];

/** A key, and the short form in which sentences show it. */
const key = (name: string | undefined): readonly Identity[] => [
  ...one('key', name),
  ...(name === undefined || name.length <= 16
    ? []
    : one('key', `${name.slice(0, 8)}…${name.slice(-6)}`).map((identity) => ({ ...identity, as: name }))),
];

/** Label and developer name of an app are one app. */
const ofApp = ({ name, developerName, consumerKey, near }: CheckedApp): readonly Identity[] => [
  ...one('app', name),
  ...one('app', developerName).map((identity) => (name === undefined ? identity : { ...identity, as: name })),
  ...key(consumerKey),
  ...near.flatMap((like) => one('app', like)),
];

/** Profiles, permission sets, groups, the org's name, the subject of a certificate. */
const ofNamed = ({ named }: AppCheckResult): readonly Identity[] =>
  named.flatMap(({ via, name }) => one(via, name).map((identity): Identity => ({ ...identity, exact: true })));

const ofCheck = (check: AppCheckResult): readonly Identity[] => {
  if ('apps' in check) return [...check.apps.flatMap(({ app }) => ofApp(app)), ...ofNamed(check)];
  const { username, runAs, app, appLabel, login, consumerKey } = check.integration;
  return [
    ...one('user', username),
    ...one('user', runAs),
    ...one(app?.startsWith('3MVG') === true ? 'key' : 'app', app),
    ...one('app', appLabel),
    ...key(consumerKey),
    ...(login === undefined || login.includes('@') ? [] : one('login', login)),
    ...ofApp(check.app),
    ...ofNamed(check),
  ];
};

/** Members of a check that hold words of our own. */
const words = [
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
];

/** A check with a pseudonym, stable within it, for every user, org, host, address, app, key and id. */
export const pseudonymisedCheck = <T extends AppCheckResult>(check: T): T =>
  hideNames(
    check,
    [...one('user', check.targetOrg?.username), ...one('login', check.targetOrg?.alias), ...ofCheck(check)],
    words,
  );
