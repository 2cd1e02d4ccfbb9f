import { causes } from '../causes/index.ts';
import type { Cause } from '../model/index.ts';

const byId: ReadonlyMap<string, Cause> = new Map(causes.map((cause) => [cause.id, cause]));

/** The cause of that id; undefined where the catalogue has none. */
export const causeOf = (id: string): Cause | undefined => byId.get(id);
