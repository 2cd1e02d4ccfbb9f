import type { Naming } from './groups/describe.ts';

/** What comes in from the edge: the words of the causes, what brings them about and what cures them. */
export type Catalogue = Pick<Naming, 'titleOf' | 'actionsOf' | 'remedyOf'>;

/** Names of users by id; a user whose name is not known stands by the id. */
export const namesFrom =
  (...maps: ReadonlyArray<Readonly<Record<string, string>>>): ((user: string) => string) =>
  (user) =>
    maps.map((names) => names[user]).find((name) => name !== undefined) ?? user;
