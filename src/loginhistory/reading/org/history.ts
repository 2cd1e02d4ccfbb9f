import { lookAt, refused, type Look } from '../../../evidence/denial.ts';
import { documents as ofEventLog } from '../../../evidence/org/event-log-files.ts';
import { sobject, type Document } from '../../../evidence/org/documents.ts';
import type { PermissionName, Rights } from '../../../evidence/org/permissions.ts';
import { records, truth } from '../../../evidence/org/rows.ts';
import { query } from '../../../evidence/org/soql.ts';
import type { OrgAnswer, OrgPort } from '../../../evidence/org-wire.ts';
import { askOne, beside, type Asking } from '../../../evidence/waves.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import { mostGroups } from './cube.ts';
import { fieldsIn, type Fields } from './fields.ts';

/** Login History of an org: what can be asked of it, and how much of it this session sees. */
export type LoginHistory = {
  readonly fields: Fields;
  readonly look: Look;
  /** How much of the event log of logins it sees. */
  readonly eventLook: Look;
  /** Groups that one query may give: what Salesforce says, unless a test is told otherwise. */
  readonly mostGroups: number;
};

/** Login History, and the org to ask. */
export type OpenHistory = { readonly port: OrgPort; readonly history: LoginHistory };

/** The public pages that allow what is asked about logins. */
export const documents: readonly Document[] = [
  sobject('LoginHistory', '2026-11-30'),
  sobject('UserPermissionAccess', '2026-11-30'),
  sobject('User', '2026-11-30'),
  ...ofEventLog,
];

const source = { place: 'org', name: 'LoginHistory' } as const;

/** Either shows all rows; without both everyone sees his own, and no error says so. */
const forRows = ['MonitorLoginHistory', 'ManageUsers'] as const satisfies readonly PermissionName[];
const forEvents = ['ViewEventLogFiles', 'ViewAllData'] as const satisfies readonly PermissionName[];

const rights: readonly PermissionName[] = [...forRows, ...forEvents];

const rightsQuery = query(`SELECT ${rights.map((name) => `Permissions${name}`).join(', ')} FROM UserPermissionAccess`);

const rightsIn = (answer: OrgAnswer): Fact<Rights> => {
  const [row] = records(answer);
  const told = rights.flatMap((name) => {
    const held = truth(row?.[`Permissions${name}`]);
    return held === undefined ? [] : [{ name, held }];
  });
  if (told.length === 0) return unknown('depends-on-unknown');
  return known(
    {
      known: new Set(told.map(({ name }) => name)),
      held: new Set(told.filter(({ held }) => held).map(({ name }) => name)),
    },
    source,
  );
};

/** One request: what the fields allow, and what this session may see. */
export const openLoginHistory = function* (groups = mostGroups): Asking<Fact<LoginHistory>> {
  const [describe, held] = yield* beside([
    askOne({ kind: 'get', path: 'sobjects/LoginHistory/describe' }),
    askOne(rightsQuery),
  ]);
  const told = rightsIn(held);
  const look = lookAt(told, { name: source.name, needs: [forRows] });
  const eventLook = lookAt(told, { name: 'EventLogFile', needs: [forEvents], always: false });
  if (!describe.ok) return refused(describe, look);
  return known({ fields: fieldsIn(describe.body), look, eventLook, mostGroups: groups }, source);
};

/** How much is seen, as the tally says it. */
export const sightOf = ({ look: { sight, permission } }: LoginHistory) => ({
  sight,
  ownRowsOnly: sight === 'partial',
  ...(sight === 'whole' ? {} : { permission }),
});
