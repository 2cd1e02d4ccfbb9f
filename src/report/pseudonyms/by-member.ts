import { named, namedApp, namedLogin, type Identity } from './identity.ts';

type Reading = (name: string) => readonly Identity[];

const file: Reading = (name) => named('file', name);
const host: Reading = (name) => named('host', name);
const user: Reading = (name) => named('user', name);

/** What stands in members of this name: flags, and what fills a sentence of `messages/trouble.md`. */
const readings: Readonly<Record<string, Reading>> = {
  app: namedApp,
  'assertion-file': file,
  baseline: file,
  bundle: file,
  'client-secret-file': file,
  compare: namedLogin,
  'compare-username': user,
  'error-file': file,
  evidence: file,
  file,
  from: file,
  host,
  'ip-ranges-file': file,
  'jwt-key-file': file,
  login: namedLogin,
  names: (list) => namedLogin(...list.split(', ')),
  org: namedLogin,
  'output-file': file,
  own: host,
  path: file,
  'save-evidence': file,
  'sfdx-url-file': file,
  'target-org': namedLogin,
  'token-file': file,
  username: user,
};

const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((one) => typeof one === 'string');

/** Names by the member in which they stand. */
export const namesByMember = (members: Readonly<Record<string, unknown>>): readonly Identity[] =>
  Object.entries(members).flatMap(([member, value]) => {
    const reading = Object.hasOwn(readings, member) ? readings[member] : undefined;
    return reading === undefined ? [] : textsIn(value).flatMap((text) => reading(text));
  });
