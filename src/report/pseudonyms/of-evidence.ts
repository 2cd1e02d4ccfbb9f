import { valueOf } from '../../model/index.ts';
import type { Evidence, Fact } from '../../model/index.ts';
import { named, namedApp, namedKey, namedLogin, person, type Identity } from './identity.ts';

const all = <T>(fact: Fact<readonly T[]>): readonly T[] => valueOf(fact) ?? [];

const people = ({ user, runAs, storedLogin }: Evidence): readonly Identity[] => {
  const [whoever, stored] = [valueOf(user), valueOf(storedLogin)];
  return [
    ...person(whoever?.name, whoever?.username),
    ...named('user', whoever?.email),
    ...namedLogin(stored?.username, stored?.alias, valueOf(runAs)?.username),
  ];
};

const apps = ({ app, appOauth, appNames, grants, loginRows, storedLogin }: Evidence): readonly Identity[] => {
  const listed = valueOf(app);
  return [
    ...named('app', listed?.name),
    ...named('app', listed?.developerName).map((one) => (listed === undefined ? one : { ...one, as: listed.name })),
    ...namedKey(valueOf(appOauth)?.consumerKey),
    ...namedApp(valueOf(storedLogin)?.clientId),
    ...named('app', ...all(appNames), ...all(grants).map(({ appName }) => appName)),
    ...named('app', ...all(loginRows).map(({ application }) => application)),
  ];
};

const files = ({ keyFile, storedLogin, environment }: Evidence): readonly Identity[] =>
  named('file', valueOf(keyFile)?.path, valueOf(storedLogin)?.keyFile, valueOf(environment)?.extraCa?.path);

/** Who and what the evidence names by its place, also where the diagnosis speaks of it in sentences only. */
export const namesInEvidence = (evidence: Evidence): readonly Identity[] => [
  ...people(evidence),
  ...apps(evidence),
  ...files(evidence),
  ...named('host', valueOf(evidence.myDomain)?.name),
];
