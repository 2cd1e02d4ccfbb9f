import { blindTo, lookAt, refused } from '../../evidence/denial.ts';
import type { Cast } from '../../evidence/org/audit-about.ts';
import { isCutOff } from '../../evidence/org/cut-off.ts';
import { readChange, trailColumns } from '../../evidence/org/changes.ts';
import { sobject, type Document } from '../../evidence/org/documents.ts';
import type { Rights } from '../../evidence/org/permissions.ts';
import { records, rowOf, text, truth, type Row } from '../../evidence/org/rows.ts';
import { query, quoted } from '../../evidence/org/soql.ts';
import type { OrgAnswer } from '../../evidence/org-wire.ts';
import { ask, askOne, beside, type Asking } from '../../evidence/waves.ts';
import { defined, known, unknown } from '../../model/index.ts';
import type { Change, Fact } from '../../model/index.ts';
import { iso } from '../times.ts';

/** The public pages that allow what is asked about changes. */
export const documents: readonly Document[] = [
  sobject('SetupAuditTrail', '2026-11-30'),
  sobject('UserPermissionAccess', '2026-11-30'),
  sobject('User', '2026-11-30'),
];

/** Entries that are read, newest first. */
const mostEntries = 2000;

/** A user as the trail may name it. */
type Person = {
  readonly id: string;
  readonly username: string;
  readonly name?: string;
  readonly profile?: string;
};

export type Trail = {
  readonly people: ReadonlyMap<string, Person>;
  /** The changes that bear on a login of one of these users by one of these apps. */
  readonly changesFor: (users: readonly string[], apps: readonly string[]) => readonly Change[];
  /** Present where the changes could not be seen. */
  readonly unseen?: { readonly permission?: string };
  /** Present where there are more entries than are read: the time of the oldest that was. UTC, ISO 8601. */
  readonly cutAt?: string;
};

const viewSetup = query('SELECT PermissionsViewSetup FROM UserPermissionAccess');

const rightsIn = (answer: OrgAnswer): Fact<Rights> => {
  const held = truth(records(answer)[0]?.PermissionsViewSetup);
  if (held === undefined) return unknown('depends-on-unknown');
  return known(
    { known: new Set(['ViewSetup'] as const), held: new Set(held ? (['ViewSetup'] as const) : []) },
    { place: 'org', name: 'UserPermissionAccess' },
  );
};

const personOf = (row: Row): readonly [string, Person] => {
  const id = text(row.Id) ?? '';
  const [name, profile] = [text(row.Name), text(rowOf(row.Profile)?.Name)];
  return [
    id,
    {
      id,
      username: text(row.Username) ?? id,
      ...defined({ name, profile }),
    },
  ];
};

/** Rows of logins without an app say so. */
const noApp: ReadonlySet<string> = new Set(['N/A', '-', '']);

const castsFor = (people: readonly Person[], apps: readonly string[]): readonly Cast[] => {
  const users = people.length === 0 ? [undefined] : people;
  const named = apps.filter((app) => !noApp.has(app));
  return users.flatMap((user) =>
    (named.length === 0 ? [undefined] : named).map((app): Cast => ({
      user,
      // Rows know the label of an app alone.
      app: app === undefined ? undefined : { name: app, id: '' },
      profileName: user?.profile,
      permissionSets: undefined,
    })),
  );
};

const changesIn = (rows: readonly Row[], casts: readonly Cast[]): readonly Change[] =>
  rows.flatMap((row) => {
    const found = casts.flatMap((cast) => readChange(row, cast));
    const named = found.find(({ about }) => about !== 'other') ?? found[0];
    return named === undefined ? [] : [named];
  });

const unseenIn = (answer: OrgAnswer, rights: Fact<Rights>): Trail['unseen'] => {
  const look = lookAt(rights, { name: 'SetupAuditTrail', needs: [['ViewSetup']] });
  const no = answer.ok ? (records(answer).length === 0 ? blindTo(look) : undefined) : refused(answer, look);
  if (no === undefined) return undefined;
  return no.state === 'denied' ? { permission: no.permission } : {};
};

/** One answer holds as many as are asked for: then there may be more, and older ones. */
const cutAt = (entries: OrgAnswer): string | undefined => {
  const rows = records(entries);
  return rows.length < mostEntries && !isCutOff(entries) ? undefined : writtenAt(text(rows.at(-1)?.CreatedDate));
};

const writtenAt = (written = ''): string | undefined => {
  const at = Date.parse(written);
  return Number.isNaN(at) ? undefined : iso(at);
};

/** Who the users are, and what was changed in a piece of time (epoch ms, UTC): one request. */
export const readTrail = function* (
  users: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Asking<Trail> {
  const trail = `SELECT ${trailColumns} FROM SetupAuditTrail WHERE CreatedDate >= ${iso(from)} AND CreatedDate <= ${iso(to)} ORDER BY CreatedDate DESC LIMIT ${mostEntries}`;
  const names = `SELECT Id, Username, Name, Profile.Name FROM User WHERE Id IN (${users.map(quoted).join(', ')})`;
  const [entries, held, named] = yield* beside([
    askOne(query(trail)),
    askOne(viewSetup),
    ask(users.length === 0 ? [] : [query(names)]),
  ]);
  const people = new Map(named.flatMap((answer) => records(answer).map(personOf)));
  const rows = records(entries);
  const unseen = unseenIn(entries, rightsIn(held));
  const cut = cutAt(entries);
  return {
    people,
    changesFor: (ids, apps) =>
      changesIn(
        rows,
        castsFor(
          ids.flatMap((id) => people.get(id) ?? []),
          apps,
        ),
      ),
    ...defined({ unseen, cutAt: cut }),
  };
};
