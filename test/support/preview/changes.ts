import fc from 'fast-check';
import type { ChangeFile } from './change-file.ts';
import type { Member } from './crowd.ts';
import { connectedAppKinds } from './kinds/connected-apps.ts';
import { externalClientAppKinds } from './kinds/external-client-apps.ts';
import type { Kind } from './kinds/kind.ts';
import { neighbourKinds } from './kinds/neighbours.ts';
import { orgKinds } from './kinds/org.ts';
import { peopleKinds } from './kinds/people.ts';

/** What a deployment may do to one member of the crowd. */
export const kinds: readonly Kind[] = [
  ...peopleKinds,
  ...connectedAppKinds,
  ...externalClientAppKinds,
  ...orgKinds,
  ...neighbourKinds,
];

export type Change = { readonly kind: Kind; readonly member: number };

/** Each component once. */
const once = (files: readonly ChangeFile[]): readonly ChangeFile[] => [
  ...new Map(files.map((file) => [file.path.toLowerCase(), file])).values(),
];

/** What one kind of change does to everybody whom it can touch. */
export const filesFor = ({ fits, file }: Kind, members: readonly Member[]): readonly ChangeFile[] =>
  once(members.filter(fits).map(file));

/** One to three things that a deployment does to members of a crowd. */
export const randomChange = (members: readonly Member[]): fc.Arbitrary<readonly Change[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), member: fc.nat({ max: members.length - 1 }) }), {
    minLength: 1,
    maxLength: 3,
  });

export const nameOf = (changes: readonly Change[]): string =>
  changes.map(({ kind, member }) => `${kind.id} of ${member}`).join(', ');

/** Their files, as the org stands now: without what fits nobody. */
export const filesOf = (changes: readonly Change[], members: readonly Member[]): readonly ChangeFile[] =>
  once(
    changes.flatMap(({ kind, member }) => {
      const one = members[member];
      return one !== undefined && kind.fits(one) ? [kind.file(one)] : [];
    }),
  );
