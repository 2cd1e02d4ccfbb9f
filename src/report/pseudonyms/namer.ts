/** What is hidden: each kind is counted on its own, so the first user is always `user-1`. */
export type Kind =
  | 'user'
  | 'org'
  | 'host'
  | 'ip'
  | 'app'
  | 'login'
  | 'key'
  | 'id'
  | 'file'
  | 'profile'
  | 'permission-set'
  | 'permission-set-group'
  | 'certificate'
  | 'fingerprint'
  | 'callback';

/** `range`: what it lies in; those that lie in one share the first number: `ip-1.1`, `ip-1.2`. */
export type Namer = (kind: Kind, name: string, range?: string) => string;

/** Upper and lower case tell these apart. */
const exact: ReadonlySet<Kind> = new Set<Kind>(['id', 'org', 'key', 'file', 'fingerprint', 'callback']);

/** The same name has the same pseudonym in the whole output, numbered as they come. */
export const namer = (): Namer => {
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  const number = (before: string, name: string): string => {
    const key = `${before} ${name}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(before) ?? 0) + 1;
    counts.set(before, count);
    given.set(key, `${before}${count}`);
    return `${before}${count}`;
  };
  return (kind, name, range) => {
    const same = exact.has(kind) ? name : name.toLowerCase();
    return number(range === undefined ? `${kind}-` : `${number(`${kind}-`, range)}.`, same);
  };
};
