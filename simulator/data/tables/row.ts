import { id15, id18 } from '../../state/ids.ts';
import type { Id, Org, Session } from '../../state/types.ts';
import type { Viewer } from '../schema/visibility.ts';

/** Column -> value. Date-times are epoch ms; booleans are real ones; columns left out are null, or false where they are boolean. */
export type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What rows are made from: the org as it is now, and who asks. */
export type Scene = { org: Org; now: number; viewer: Viewer; session: Session };

export type Table = (scene: Scene) => Row[];

/** A sister id: what this org shows beside the thing itself, such as the permission set of a profile. */
export const sisterId = (prefix: string, id: Id): Id => id18(prefix + id15(id).slice(3));

/** The system columns of a row. Who did it is kept for apps only: else the first user of the org stands for all. */
export const stamps = (org: Org, createdAt: number, changedAt = createdAt, changedBy?: Id): Row => {
  const by = org.users[0]?.id ?? null;
  return {
    IsDeleted: false,
    CreatedDate: createdAt,
    CreatedById: by,
    LastModifiedDate: changedAt,
    LastModifiedById: changedBy ?? by,
    SystemModstamp: changedAt,
  };
};

/** Permission names as `Permissions...` columns. */
export const permissionCells = (permissions: Iterable<string>): Row =>
  Object.fromEntries([...permissions].map((name) => [`Permissions${name}`, true]));
