import { known, type Source } from '../../model/index.ts';
import { refused, whyNot } from '../denial.ts';
import { newerPermissions, permissionLabels, type PermissionName, type Rights } from './permissions.ts';
import { answerAt, type Question } from './question.ts';
import { needed, records, truth, type Row } from './rows.ts';
import { query } from './soql.ts';
import { sobject } from './documents.ts';

const source: Source = { place: 'org', name: 'UserPermissionAccess' };

const newer: readonly PermissionName[] = newerPermissions;
const older = (Object.keys(permissionLabels) as PermissionName[]).filter((name) => !newer.includes(name));

const ask = (names: readonly PermissionName[]) =>
  query(`SELECT ${names.map((name) => `Permissions${name}`).join(', ')} FROM UserPermissionAccess`);

const read = (row: Row | undefined, names: readonly PermissionName[]): ReadonlyArray<[PermissionName, boolean]> =>
  names.flatMap((name) => {
    const held = truth(row?.[`Permissions${name}`]);
    return held === undefined ? [] : [[name, held]];
  });

/** What this session may see. Any user may ask: the object has one row, of the running user. */
export const rights: Question<Rights> = {
  documents: [sobject('UserPermissionAccess', '2026-11-30')],
  after: [],
  ask: () => ({ send: [ask(older), ask(newer)] }),
  read: (answers) => {
    const first = answerAt(answers, 0);
    if (!first.ok) return refused(first, { source, sight: 'unsure', permission: 'API Enabled', always: false });
    // Everybody has this one row. An answer without it tells no rights, and not that there are none to hold.
    const row = needed(records(first)[0]);
    const second = answerAt(answers, 1);
    const told = [...read(row, older), ...read(records(second)[0], newer)];
    return known(
      {
        known: new Set(told.map(([name]) => name)),
        ...(second.ok || whyNot(second) === 'not-there' ? {} : { unseen: new Set(newer) }),
        held: new Set(told.filter(([, held]) => held).map(([name]) => name)),
      },
      source,
    );
  },
};
