/**
 * Trims the schema facts to what the simulator needs, into simulator/facts/.
 * Usage: node scripts/simulator-facts.ts <folder with the facts>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Given = Record<string, unknown>;

const source = process.argv[2];
if (source === undefined) throw new Error('Say where the facts are: node scripts/simulator-facts.ts <folder>');

const read = (file: string): Given => JSON.parse(readFileSync(path.join(source, 'schema', file), 'utf8')) as Given;

/** A type as the facts write it; some list two. */
const word = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(' or ') : 'string';

/** Columns that stand in no plain org, and the feature that brings them. */
const gated: Record<string, string> = {
  'LoginHistory.NetworkId': 'digital experiences',
  'AuthSession.NetworkId': 'digital experiences',
  'Profile.IsSsoEnabled': 'delegated authentication',
  'Organization.DelegatedAuthenticationServiceUrl': 'delegated authentication',
  PermissionsIsSsoEnabled: 'delegated authentication',
  PermissionsUseAnyApiClient: 'api access control',
  'PermissionSetAssignment.LastCreatedByChangeId': 'user access policies',
  'PermissionSetAssignment.LastDeletedByChangeId': 'user access policies',
};

/** Permission columns that the describe of API 64 lacks: seen in the references of API 67. */
const late: Record<string, number> = { PermissionsCanApproveUninstalledApps: 65, PermissionsUseAnyApiAuth: 67 };

const right = { type: 'boolean', filter: true, group: false, sort: false };

/**
 * Columns that the facts lack: one of every org, and one of a feature that their org has not. The names of the rights as public code has them:
 * https://github.com/j-schreiber/js-sf-cli-security-audit
 */
const more: Record<string, Given> = {
  PermissionSet: { PermissionsUseAnyApiClient: right, PermissionsAuthorApex: right },
};

const defined = (one: Given): Given =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));

const column = (object: string, name: string, given: Given): Given =>
  defined({
    type: given.type,
    nillable: given.nillable === true ? true : undefined,
    filter: given.filter ?? null,
    group: given.group ?? null,
    sort: given.sort ?? null,
    sinceApi: given.sinceApi ?? late[name],
    untilApi: given.untilApi,
    relationshipName: given.relationshipName,
    referenceTo: given.referenceTo,
    picklist: given.picklist,
    feature: gated[`${object}.${name}`] ?? gated[name],
  });

const lines = (entries: ReadonlyArray<readonly [string, unknown]>, indent: string): string =>
  entries.map(([name, value]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n');

const objects = Object.entries(read('objects.json').objects as Record<string, Given>).filter(
  ([, one]) => one.queryable === true,
);

const objectText = ([key, one]: [string, Given]): string => {
  const head = defined({ api: one.api, sinceApi: one.sinceApi ?? undefined, keyPrefix: one.keyPrefix ?? undefined });
  const name = String(one.sobject);
  const fields = Object.entries({ ...(one.fields as Given), ...more[name] } as Record<string, Given>);
  const body = lines(
    fields.map(([field, given]) => [field, column(name, field, given)]),
    '    ',
  );
  return `  ${JSON.stringify(key)}: {"name": ${JSON.stringify(name)}, ${JSON.stringify(head).slice(1, -1)}, "fields": {\n${body}\n  }}`;
};

writeFileSync('simulator/facts/objects.json', `{\n${objects.map(objectText).join(',\n')}\n}\n`);

const permissions = Object.entries(read('objects.json').permissionColumns as Record<string, Given>);
writeFileSync(
  'simulator/facts/permissions.json',
  `{\n${lines(
    permissions.map(([name, one]) => [name, { permission: one.metadataUserPermission, label: one.label }]),
    '  ',
  )}\n}\n`,
);

const isOldPage = ({ note }: Given): boolean => typeof note === 'string' && note.startsWith('in the reference page');

type Elements = Record<string, Given>;

/** An element that a type has, with what it holds. Elements that only an old page lists are left out. */
const elements = (given: Elements): Given =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([, one]) => !isOldPage(one))
      .map(([name, one]) => [
        name,
        defined({
          type: word(one.type),
          array: one.array === true ? true : undefined,
          sinceApi: one.sinceApi,
          fields: one.fields === undefined ? undefined : elements(one.fields as Elements),
        }),
      ]),
  );

const described = read('metadata.json').metadataTypes as Record<string, Given>;

/** Types that the facts lack: as `@salesforce/types` 1.9.0 has them (API 67), versions by their pages in the Metadata API guide. */
const further: Record<string, Given> = {
  PermissionSetGroup: {
    sinceApi: 45,
    suffix: '.permissionsetgroup',
    folder: 'permissionsetgroups',
    fields: {
      description: { type: 'string' },
      hasActivationRequired: { type: 'boolean' },
      label: { type: 'string' },
      mutingPermissionSets: { type: 'string', array: true, sinceApi: 46 },
      permissionSets: { type: 'string', array: true },
      status: { type: 'string' },
    },
  },
  MutingPermissionSet: {
    sinceApi: 46,
    suffix: '.mutingpermissionset',
    folder: 'mutingpermissionsets',
    fields: described.PermissionSet?.fields,
  },
};

const types = Object.entries({ ...described, ...further });
writeFileSync(
  'simulator/facts/metadata.json',
  `{\n${types
    .map(([name, one]) => {
      const head = defined({
        sinceApi: one.sinceApi ?? undefined,
        suffix: one.suffix,
        folder: one.folder,
        member: (one.packageXml as Given | undefined)?.member,
      });
      const body = lines(Object.entries(elements(one.fields as Elements)), '    ');
      return `  ${JSON.stringify(name)}: {${JSON.stringify(head).slice(1, -1)}, "elements": {\n${body}\n  }}`;
    })
    .join(',\n')}\n}\n`,
);
