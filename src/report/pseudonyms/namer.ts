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
  | 'profile'
  | 'permission-set'
  | 'permission-set-group'
  | 'certificate';

export type Namer = (kind: Kind, name: string) => string;

/** Upper and lower case tell these apart. */
const exact: ReadonlySet<Kind> = new Set<Kind>(['id', 'org', 'key']);

/** The same name has the same pseudonym in the whole output, numbered as they come. */
export const namer = (): Namer => {
  const given = new Map<string, string>();
  const counts = new Map<Kind, number>();
  return (kind, name) => {
    const key = `${kind} ${exact.has(kind) ? name : name.toLowerCase()}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    given.set(key, `${kind}-${count}`);
    return `${kind}-${count}`;
  };
};
