import type { Cause } from './cause.ts';
import type { Change } from './org.ts';

export type Acts = Pick<Cause, 'actions' | 'undoneBy' | 'permission'>;

/** How the trail tells of one permission, in an org that speaks English: `... API Enabled was changed from enabled to disabled`. */
const turned = /was changed from (?:en|dis)abled to (?<to>enabled|disabled)$/u;

type Permission = NonNullable<Cause['permission']>;

/** Whether an entry that changes one permission turns this one so; an entry of another shape does not tell which it changes. */
const turns = ({ display }: Change, permission: Permission | undefined, to: Permission['stops']): boolean => {
  const found = turned.exec(display)?.groups?.to;
  return found === undefined || permission === undefined || (display.includes(permission.label) && found === to);
};

const isOne = (names: readonly string[] | undefined, { action }: Change): boolean =>
  names?.some((name) => name.toLowerCase() === action.toLowerCase()) === true;

const opposite = { enabled: 'disabled', disabled: 'enabled' } as const;

/** Whether an entry of the trail is of a kind that brings the cause about for this login. */
export const bringsAbout = ({ actions, permission }: Acts, change: Change): boolean =>
  change.about !== 'other' && isOne(actions, change) && turns(change, permission, permission?.stops ?? 'enabled');

/** Whether it is of a kind that undoes it: one of those that bring it about may, too. */
export const undoes = ({ actions, undoneBy, permission }: Acts, change: Change): boolean =>
  change.about !== 'other' &&
  (isOne(undoneBy, change) || isOne(actions, change)) &&
  turns(change, permission, opposite[permission?.stops ?? 'disabled']);

/** Whether an admin undoes it by such an entry: by some of them it is brought about as well, and the entry does not tell which. */
export const mayBeCure = ({ undoneBy }: Acts, change: Change): boolean =>
  change.about !== 'other' && isOne(undoneBy, change);
