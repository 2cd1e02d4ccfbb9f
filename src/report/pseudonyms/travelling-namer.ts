import { shortId } from '../../model/index.ts';
import { namer, type Kind, type Namer } from './namer.ts';

/** By which kind of record an id is one: the first three letters of it, where they are of Salesforce's own records. */
const prefixOf = (id: string): string | undefined =>
  /^\d[0-9A-Za-z]{2}(?=[0-9A-Za-z]{12}(?:[A-Z0-5]{3})?$)/u.exec(id)?.[0];

/** Labels of a host that tell nothing of whose it is: Salesforce's own, kinds of sandboxes, instances. */
const plainLabels = new Set([
  ...['com', 'mil', 'my', 'salesforce', 'force', 'site', 'lightning', 'salesforce-setup', 'salesforce-sites'],
  ...['cloudforce', 'database', 'vf', 'sandbox', 'scratch', 'develop', 'demo', 'patch', 'trailblaze', 'free'],
]);

const isPlain = (label: string): boolean => plainLabels.has(label) || /^[a-z]{2,4}\d{1,4}$/u.test(label);

const isSalesforce = (host: string): boolean =>
  /\.(?:salesforce|force|site|salesforce-setup|salesforce-sites|cloudforce|database)\.(?:com|mil)$/u.test(host);

/**
 * Pseudonyms that are judged as the names that they stand for: a username is one, an id has its prefix, a host its kind, and a redactor knows each of
 * them for what it is. `moved`: the addresses, by those that they stand for.
 */
export const travellingNamer = (moved: ReadonlyMap<string, string>): Namer => {
  const count = namer();
  const given = new Set(['redacted.example']);
  const numberOf = (kind: Kind, name: string): string => count(kind, name).slice(kind.length + 1);
  const id = (name: string): string =>
    `${prefixOf(name) ?? '000'}REDACTED${numberOf('id', shortId(name)).padStart(4, '0')}`;
  /** A sandbox is called after its production org. */
  const label = (name: string): string =>
    isPlain(name)
      ? name
      : name
          .split('--')
          .map((part) => `domain-${numberOf('host', part)}`)
          .join('--');
  const host = (name: string): string => {
    const plain = name.toLowerCase();
    if (isSalesforce(plain)) return plain.split('.').map(label).join('.');
    return plain.includes('.') ? `domain-${numberOf('host', plain)}.example` : label(plain);
  };
  const forms: Partial<Readonly<Record<Kind, (name: string) => string>>> = {
    user: (name) => `user.${numberOf('user', name)}@redacted.example`,
    key: (name) => `3MVG9redacted${numberOf('key', name).padStart(16, '0')}`,
    file: (name) => `/srv/redacted/file-${numberOf('file', name)}`,
    callback: (name) => `https://redacted.example/callback-${numberOf('callback', name)}`,
    ip: (name) => moved.get(name) ?? name,
    host,
  };
  const form = (kind: Kind, name: string): string => {
    if (kind === 'id' || prefixOf(name) !== undefined) return id(name);
    return forms[kind]?.(name) ?? `${kind}.${numberOf(kind, name)}`;
  };
  return (kind, name) => {
    if (given.has(name)) return name;
    const pseudonym = form(kind, name);
    // An address of this network may stand for another one in it.
    if (kind !== 'ip') given.add(pseudonym);
    return pseudonym;
  };
};
