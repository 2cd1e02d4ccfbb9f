import type { GroupMember, Path } from '../model/index.ts';
import type { Part } from './check.ts';

/** By which set a group carries the app, where that is known. */
const setsIn = (group: string, members: readonly GroupMember[]): readonly string[] =>
  members.filter((member) => member.group === group && member.carriesApp).map(({ set }) => set);

/** The roads by which something reaches the user: `by permission set Integration via group Marketing`. */
export const roads = (paths: readonly Path[], members: readonly GroupMember[] = []): readonly Part[] =>
  paths.flatMap(({ via, name }): readonly Part[] => {
    const sets = via === 'permission-set-group' ? setsIn(name, members) : [];
    return sets.length === 0
      ? [{ say: `road.${via}`, values: { name } }]
      : sets.map((set) => ({ say: 'road.set-in-group', values: { set, group: name } }));
  });
