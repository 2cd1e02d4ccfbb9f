import type { GroupMember, Path, SpokenPart } from '../model/index.ts';

/** By which set a group carries the app, where that is known. */
const setsIn = (group: string, members: readonly GroupMember[]): readonly string[] =>
  members.filter((member) => member.group === group && member.carriesApp).map(({ set }) => set);

/** A profile whose name this session is not shown is known by its id. */
export const isProfileId = (name: string): boolean => /^00e[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/u.test(name);

const sayOf = ({ via, name }: Path): string =>
  via === 'profile' && isProfileId(name) ? 'road.unnamed-profile' : `road.${via}`;

/** The roads by which something reaches the user: `permission set Integration via group Marketing`. */
export const roads = (paths: readonly Path[], members: readonly GroupMember[] = []): readonly SpokenPart[] =>
  paths.flatMap((path): readonly SpokenPart[] => {
    const { via, name } = path;
    const sets = via === 'permission-set-group' ? setsIn(name, members) : [];
    return sets.length === 0
      ? [{ say: sayOf(path), values: { name } }]
      : sets.map((set) => ({ say: 'road.set-in-group', values: { set, group: name } }));
  });

/** Sets that would grant it, but for a group that mutes it. */
export const mutedRoads = (members: readonly GroupMember[]): readonly SpokenPart[] =>
  members
    .filter(({ apiEnabled }) => apiEnabled)
    .map(({ set, group }) => ({ say: 'road.set-in-group', values: { set, group } }));
