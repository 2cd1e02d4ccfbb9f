import type { Naming } from './groups/describe.ts';

/** What comes in from the edge: the words of the causes, and what brings them about. */
export type Catalogue = Pick<Naming, 'titleOf' | 'actionsOf'>;

/** Names of users by id; a user whose name is not known stands by the id. */
export const namesFrom =
  (...maps: ReadonlyArray<Readonly<Record<string, string>>>): ((user: string) => string) =>
  (user) =>
    maps.map((names) => names[user]).find((name) => name !== undefined) ?? user;
