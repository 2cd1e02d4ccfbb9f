import {
  activateUser,
  addAssignment,
  deactivateUser,
  freezeUser,
  unfreezeUser,
  unlockUser,
} from '../../state/admin.ts';
import type { Act } from '../../state/admin.ts';
import { id15, sameId } from '../../state/ids.ts';
import type { PermissionName, User } from '../../state/types.ts';
import { sisterId } from '../tables/row.ts';
import { refusal, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';

type Cells = Readonly<Record<string, unknown>>;

/** What a person may change by record in this org, who may, and what is done then. Undefined: there is no such record. */
type Writer = {
  method: 'PATCH' | 'POST';
  object: string;
  columns: readonly string[];
  needs: readonly PermissionName[];
  write: (act: Act, cells: Cells, id: string) => Answer | undefined;
};

const changed: Answer = { status: 204, body: '' };

const flag = (cells: Cells, name: string): boolean | undefined => {
  const value = cells[name];
  return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;
};

const found = (user: User | undefined, change: (user: User) => void): Answer | undefined => {
  if (user === undefined) return undefined;
  change(user);
  return changed;
};

const setActive = (act: Act, user: User, on: boolean | undefined): void => {
  if (on === true && !user.isActive) activateUser(act, user);
  if (on === false && user.isActive) deactivateUser(act, user);
};

const setLogin = (act: Act, user: User, cells: Cells): void => {
  const [frozen, locked] = [flag(cells, 'IsFrozen'), flag(cells, 'IsPasswordLocked')];
  if (frozen === true && !user.isFrozen) freezeUser(act, user);
  if (frozen === false && user.isFrozen) unfreezeUser(act, user);
  if (locked === false && user.lockedUntil !== undefined) unlockUser(act, user);
};

const text = (cells: Cells, name: string): string => {
  const value = cells[name];
  return typeof value === 'string' ? value : '';
};

const assign = (act: Act, cells: Cells): Answer => {
  const [userId, setId] = [text(cells, 'AssigneeId'), text(cells, 'PermissionSetId')];
  const user = act.org.users.find(({ id }) => sameId(id, userId));
  const set = act.org.permissionSets.find(({ id }) => sameId(id, setId));
  if (user === undefined || set === undefined)
    return refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', { fields: [] });
  const isThere = act.org.assignments.some((one) => one.userId === user.id && one.permissionSetId === set.id);
  if (isThere) {
    const message = `Duplicate PermissionSetAssignment.  Assignee: ${id15(user.id)}; Permission Set: ${id15(set.id)}`;
    return refusal(400, 'DUPLICATE_VALUE', message, { fields: ['AssigneeId', 'PermissionSetId'] });
  }
  addAssignment(act, user, set);
  return { status: 201, body: { id: act.org.assignments.at(-1)?.id, success: true, errors: [] } };
};

/** The few writes that our own printed commands make. */
const writers: readonly Writer[] = [
  {
    method: 'PATCH',
    object: 'User',
    columns: ['IsActive'],
    needs: ['ManageUsers'],
    write: (act, cells, id) =>
      found(
        act.org.users.find((one) => sameId(one.id, id)),
        (user) => setActive(act, user, flag(cells, 'IsActive')),
      ),
  },
  {
    method: 'PATCH',
    object: 'UserLogin',
    columns: ['IsFrozen', 'IsPasswordLocked'],
    needs: ['ManageUsers'],
    write: (act, cells, id) =>
      found(
        act.org.users.find((one) => sameId(sisterId('0Yw', one.id), id)),
        (user) => setLogin(act, user, cells),
      ),
  },
  {
    method: 'POST',
    object: 'PermissionSetAssignment',
    columns: ['AssigneeId', 'PermissionSetId'],
    needs: ['AssignPermissionSets'],
    write: assign,
  },
];

const cellsOf = (body: unknown): Cells => (typeof body === 'object' && body !== null ? (body as Cells) : {});

export type Written = { method: string; object: string; id: string | undefined; body: unknown };

const noAccess = refusal(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object');

/** Undefined: no such record. What this org does not let anybody write is refused as if it were for the rights. */
export const writeRecord = ({ scene }: Desk, { method, object, id, body }: Written): Answer | undefined => {
  const { org, viewer, now } = scene;
  const cells = cellsOf(body);
  const writer = writers.find((one) => one.method === method && one.object === object);
  const isKnown = writer !== undefined && Object.keys(cells).every((name) => writer.columns.includes(name));
  if (!isKnown || !writer.needs.some((name) => viewer.permissions.has(name))) return noAccess;
  return writer.write({ org, byUserId: viewer.userId, at: now }, cells, id ?? '');
};
