import type { Act } from '../../../state/admin.ts';
import type { Org, Switches } from '../../../state/types.ts';
import type { Elements } from '../component.ts';

/** One component on its way into the org. */
export type Delivery = {
  act: Act;
  switches: Switches;
  /** API version of the package. */
  version: number;
  fullName: string;
  given: Elements;
  /** The other file of a component that has two. */
  content?: string;
};

/** How components of one type are taken in. */
export type Taker = {
  type: string;
  /** Elements that change how the org judges a login. */
  heeds: readonly string[];
  /** Elements that no login asks for: kept as they are given, and read back. */
  keeps: readonly string[];
  take: (delivery: Delivery) => void;
  /** Undefined: a component of this type cannot be deleted. */
  remove?: (act: Act, fullName: string) => void;
};

/** Does what is asked where the file says something, and something else than the org. */
export const change = <T>(next: T | undefined, now: T | undefined, doIt: (next: T) => void): void => {
  if (next !== undefined && JSON.stringify(next) !== JSON.stringify(now)) doIt(next);
};

export const findNamed = <T>(list: readonly T[], nameOf: (one: T) => string, name: string): T | undefined =>
  list.find((one) => nameOf(one).toLowerCase() === name.toLowerCase());

export const profileNamed = (org: Org, name: string): Org['profiles'][number] | undefined =>
  findNamed(org.profiles, (one) => one.name, name) ?? findNamed(org.profiles, (one) => one.fullName, name);
