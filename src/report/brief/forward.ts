import { permissionLabels } from '../../model/index.ts';
import type { Diagnosis, Finding } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { listed, sayFrom, type Say } from '../say.ts';
import { askLine } from './ask-admin.ts';

/** The permissions that the looking session lacked, by their labels in Setup, each once. */
const lacked = ({ blindSpots }: Diagnosis): readonly string[] =>
  [...new Set(blindSpots.flatMap(({ permission }) => permission ?? []))].toSorted();

/** A message to somebody who may see more: what to run, and that it only reads. Ends with a line break. */
export const askAdmin = (diagnosis: Diagnosis, words: Words): string => {
  const say = sayFrom(words, 'screen');
  const permissions = lacked(diagnosis);
  const lines = [
    say('ask-admin.please'),
    '',
    askLine(diagnosis, words),
    '',
    say('ask-admin.reads'),
    ...(permissions.length === 0 ? [] : [say('ask-admin.lacked', { permissions: listed(permissions) })]),
  ];
  return `${lines.join('\n')}\n`;
};

/** Two hyphens would end a comment. */
const commented = (text: string): string => text.replaceAll(/-(?=-)/gu, '- ');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The names in metadata of permissions that this session lacked. A right on an object has none: it cannot be given so. */
const namesOf = (labels: readonly string[]): readonly string[] =>
  Object.entries(permissionLabels).flatMap(([name, label]) => (labels.includes(label) ? [name] : []));

/** A permission by its name in metadata, with what an admin should read before giving it. */
type Right = { readonly name: string; readonly notes?: readonly string[] };

const rightsOf = ({ remedies }: Finding, say: Say): readonly Right[] =>
  remedies.flatMap(({ gives, risk }): readonly Right[] => {
    if (gives === undefined) return [];
    const narrower = remedies.find((one) => one.who === 'org-admin' && one.gives === undefined);
    const instead = narrower && say('permission-set.instead', { title: narrower.title });
    return [{ name: gives, notes: [risk, instead].filter((note) => note !== undefined) }];
  });

/** What the user of the integration lacks, where that is proved and a permission cures it. */
const lackedByUser = ({ findings }: Diagnosis, say: Say): readonly Right[] => [
  ...new Map(
    findings
      .filter(({ standing, role }) => standing === 'confirmed' && role !== 'later')
      .flatMap((finding) => rightsOf(finding, say))
      .map((right) => [right.name, right]),
  ).values(),
];

/**
 * A permission set as a metadata file: with what the user of the integration lacks, or else with what the session lacked that looked;
 * undefined where nothing was. Ends with a line break.
 */
export const permissionSet = (diagnosis: Diagnosis, words: Words): string | undefined => {
  const missing = lackedByUser(diagnosis, sayFrom(words, 'screen'));
  if (missing.length > 0) return permissionSetOf(missing, words, 'permission-set.integration');
  const names = namesOf(lacked(diagnosis));
  return names.length === 0
    ? undefined
    : permissionSetOf(
        names.map((name) => ({ name })),
        words,
      );
};

/** A permission set with these rights, by their names in metadata. Ends with a line break. */
export const permissionSetOf = (given: readonly Right[], words: Words, whose = 'permission-set'): string => {
  const say = sayFrom(words, 'screen');
  const rights = given
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ name, notes = [] }) => [
      ...notes.map((note) => `    <!-- ${commented(note)} -->`),
      '    <userPermissions>',
      '        <enabled>true</enabled>',
      `        <name>${name}</name>`,
      '    </userPermissions>',
    ]);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">',
    `    <description>${escaped(say(`${whose}.description`))}</description>`,
    '    <hasActivationRequired>false</hasActivationRequired>',
    `    <label>${escaped(say(`${whose}.label`))}</label>`,
    ...rights,
    '</PermissionSet>',
  ];
  return `${lines.join('\n')}\n`;
};
