import { permissionLabels } from '../../model/index.ts';
import type { Diagnosis } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { listed, sayFrom } from '../say.ts';
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

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The names in metadata of permissions that this session lacked. A right on an object has none: it cannot be given so. */
const namesOf = (labels: readonly string[]): readonly string[] =>
  Object.entries(permissionLabels).flatMap(([name, label]) => (labels.includes(label) ? [name] : []));

/** What the user of the integration lacks, where that is proved and a permission cures it. */
const lackedByUser = ({ findings }: Diagnosis): readonly string[] => [
  ...new Set(
    findings
      .filter(({ standing, role }) => standing === 'confirmed' && role !== 'later')
      .flatMap(({ remedies }) => remedies.flatMap(({ gives }) => gives ?? [])),
  ),
];

/**
 * A permission set as a metadata file: with what the user of the integration lacks, or else with what the session lacked that looked;
 * undefined where nothing was. Ends with a line break.
 */
export const permissionSet = (diagnosis: Diagnosis, words: Words): string | undefined => {
  const missing = lackedByUser(diagnosis);
  if (missing.length > 0) return permissionSetOf(missing, words, 'permission-set.integration');
  const names = namesOf(lacked(diagnosis));
  return names.length === 0 ? undefined : permissionSetOf(names, words);
};

/** A permission set with these rights, by their names in metadata. Ends with a line break. */
export const permissionSetOf = (names: readonly string[], words: Words, whose = 'permission-set'): string => {
  const say = sayFrom(words, 'screen');
  const rights = names
    .toSorted()
    .flatMap((name) => [
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
