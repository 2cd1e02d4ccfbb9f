import type { Alteration, Path, Road } from '../model/index.ts';

type Named = Extract<Alteration, { readonly set: 'app-carriers' }>;

/** The profiles and permission sets that stand by their names in the file of an app. */
export const namedCarriers = ({ profiles, sets }: Named): readonly Path[] => [
  ...profiles.map((name): Path => ({ via: 'profile', name })),
  ...sets.map((name): Path => ({ via: 'permission-set', name })),
];

/** An id has 15 characters, and three more that spell their case. */
const bare = (id: string): string => id.slice(0, 15);

export const isNamedById = ({ id }: Road, { setIds = [] }: Named): boolean =>
  id !== undefined && setIds.some((one) => bare(one) === bare(id));
