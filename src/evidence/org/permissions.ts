import { permissionLabels } from '../../model/index.ts';

export { permissionLabels };

export type PermissionName = keyof typeof permissionLabels;

/** Columns that came with external client apps (API 59): asked apart, since one unknown column spoils its whole query. */
export const newerPermissions = [
  'ExternalClientAppViewer',
  'ExternalClientAppAdmin',
  'ExternalClientAppDeveloper',
  'ViewClientSecret',
] as const satisfies readonly PermissionName[];

/** What this session may see. `known`: the rights that this org could tell about. */
export type Rights = {
  readonly held: ReadonlySet<PermissionName>;
  readonly known: ReadonlySet<PermissionName>;
  /** Rights that were asked for and not told, so that nobody knows whether this org has them. */
  readonly unseen?: ReadonlySet<PermissionName>;
};

/** In each group one right is enough, and its first is the one to name where none is there. */
export type Needs = ReadonlyArray<readonly [PermissionName, ...PermissionName[]]>;

/** Whether a right on which it hangs was not told. */
export const isUnsure = ({ held, unseen = new Set() }: Rights, needs: Needs): boolean =>
  needs.some((group) => !group.some((name) => held.has(name)) && group.some((name) => unseen.has(name)));

/** The right to name for the first group of which none is held. A right that the org does not know is missed by nobody. */
export const missingRight = (rights: Rights, needs: Needs): string | undefined => {
  const unmet = needs.find(
    (group) => group.some((name) => rights.known.has(name)) && !group.some((name) => rights.held.has(name)),
  );
  return unmet === undefined ? undefined : permissionLabels[unmet[0]];
};
