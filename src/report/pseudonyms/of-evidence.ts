import { valueOf } from '../../model/index.ts';
import type { Evidence, Fact, Named } from '../../model/index.ts';
import { ofNamed } from './check-identities.ts';
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

const files = ({ keyFile, storedLogin, environment, authUrl }: Evidence): readonly Identity[] =>
  named(
    'file',
    valueOf(keyFile)?.path,
    valueOf(storedLogin)?.keyFile,
    valueOf(environment)?.extraCa?.path,
    valueOf(authUrl)?.path,
  );

/** A key is known again by these, wherever it is used. */
const fingerprints = ({ keyFile, appOauth }: Evidence): readonly Identity[] => {
  const own = valueOf(keyFile);
  return named('fingerprint', own?.state === 'usable' ? own.spki : undefined, valueOf(appOauth)?.certificate?.spki);
};

const isOfThisMachine = (url: string): boolean => /^https?:\/\/(?:localhost|127\.|\[::1\])/iu.test(url);

/** The path of a callback URL names its app as well as its host does. */
const callbacks = ({ integration, appOauth }: Evidence): readonly Identity[] =>
  named(
    'callback',
    ...[valueOf(integration)?.client?.callbackUrl ?? '', ...(valueOf(appOauth)?.callbackUrls ?? [])].filter(
      (url) => !isOfThisMachine(url),
    ),
  );

/** Whom an assertion or a token names, and by which app. */
const claims = ({ assertion, accessToken, introspection }: Evidence): readonly Identity[] => {
  const [signed, token, said] = [valueOf(assertion), valueOf(accessToken), valueOf(introspection)];
  return [
    ...(signed?.state === 'decoded' ? [...namedKey(signed.issuer), ...named('user', signed.subject)] : []),
    ...(token?.form === 'jwt' ? namedKey(token.consumerKey) : []),
    ...namedKey(said?.consumerKey),
    ...(said?.state === 'active' ? [...namedKey(said.issuedTo), ...named('user', said.username)] : []),
  ];
};

/** Who and what the evidence names by its place, also where the diagnosis speaks of it in sentences only. */
export const namesInEvidence = (evidence: Evidence): readonly Identity[] => [
  ...people(evidence),
  ...apps(evidence),
  ...claims(evidence),
  ...files(evidence),
  ...named('host', valueOf(evidence.myDomain)?.name),
  ...fingerprints(evidence),
  ...callbacks(evidence),
];

/** What a result was made of, where it is there: it knows more names than the result tells. */
export type SeenNames = { readonly evidence: Evidence; readonly named: readonly Named[] };

export const namesSeen = (seen: SeenNames): readonly Identity[] => [
  ...namesInEvidence(seen.evidence),
  ...ofNamed(seen),
];
