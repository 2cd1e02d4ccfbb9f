import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { defined } from '../../model/index.ts';
import type { Alteration, App, Edit, FilePlace, UntoldWhy } from '../../model/index.ts';
import { deletionOf } from './deletion.ts';
import { parseXml, type Element } from './element.ts';
import { keysIn } from './key-files.ts';
import { editsOf } from './read-component.ts';
import { replaced } from './replacements.ts';
import { resolveChange, type ChangeFiles, type Found } from './resolve.ts';
import { subjectOf } from './subject.ts';
import { unzipped, type Unzipped } from './zip.ts';

/** A file of the change, as it was read. */
type ReadFile = { readonly type: string; readonly fullName: string; readonly root: Element };

export type ReadChange = {
  readonly edits: readonly Edit[];
  readonly files: readonly ReadFile[];
  /** Files that are no XML. */
  readonly unreadable: ReadonlyArray<{ readonly at: FilePlace; readonly why: string }>;
  /** Files that hold a private key. */
  readonly keys: readonly FilePlace[];
};

/** As people and CI systems name files: from where the command runs. */
type NameOf = (file: string) => string;

const nameOf: NameOf = (file) => path.relative(process.cwd(), path.resolve(file)).replaceAll('\\', '/');

/** Files of an archive go by its name. */
const nameIn =
  ({ folder, called }: Unzipped): NameOf =>
  (file) => {
    const inside = path.relative(folder, file);
    return nameOf(inside.startsWith('..') ? file : path.join(called, inside));
  };

const nameAs = ({ type, fullName }: Found): string => `${type} ${fullName}`;

const isSame = (one: Found, other: Found): boolean =>
  one.type === other.type && one.fullName.toLowerCase() === other.fullName.toLowerCase();

/** What is deleted first, and then deployed, is made anew. */
const isMadeAnew = (one: Found, all: readonly Found[]): boolean =>
  one.first === true && all.some((other) => !other.deleted && isSame(one, other));

const goes = (one: Found, all: readonly Found[], name: NameOf): readonly Edit[] => {
  const { type, fullName, said } = one;
  const setting: Alteration | undefined = isMadeAnew(one, all)
    ? { set: 'untold', about: subjectOf(type, fullName), why: 'deletion' }
    : deletionOf(type, fullName);
  if (setting === undefined) return [];
  const at = said === undefined ? {} : { at: { file: name(said), line: 1, column: 1 } };
  return [{ setting, element: nameAs(one), ...at }];
};

/** What keeps anybody from saying what a component sets: it stands in several files, or in one that cannot be read. */
type Doubt = { readonly why: UntoldWhy; readonly at: FilePlace; readonly root?: Element };

const doubtful = (one: Found, { why, at, root }: Doubt): Edit => ({
  setting: { set: 'untold', about: subjectOf(one.type, one.fullName, root), why },
  element: nameAs(one),
  at,
});

/** Which of two files of one component is deployed is not documented. */
const isTwice = (one: Found, all: readonly Found[]): boolean =>
  all.some((other) => other !== one && !other.deleted && isSame(one, other));

const kindOf = (type: string): App['kind'] => (type === 'ConnectedApp' ? 'connected-app' : 'external-client-app');

/** Apps of two kinds may have one name. */
const ofKind = (type: string, edit: Edit): Edit => {
  const { setting } = edit;
  const kind = kindOf(type);
  if ('app' in setting) return { ...edit, setting: { ...setting, kind } };
  return setting.set === 'untold' && setting.about.of === 'app'
    ? { ...edit, setting: { ...setting, about: { ...setting.about, kind } } }
    : edit;
};

/** What a file sets, or why nobody can say it. */
const editsIn = (one: Found, root: Element, all: readonly Found[]): readonly Edit[] => {
  const { type, fullName, version } = one;
  if (one.decomposed) return [doubtful(one, { why: 'decomposed', at: root.at, root })];
  const edits = editsOf({ type, fullName, root, ...defined({ version }) });
  return edits.length > 0 && isTwice(one, all) ? [doubtful(one, { why: 'twice', at: root.at, root })] : edits;
};

/** What a deployment makes of a file; undefined: what it would put into it is not here. */
const textOf = async ({ replacing }: Found, xml: string): Promise<string | undefined> => {
  if (replacing === 'unknown') return undefined;
  const text = await readFile(xml, 'utf8');
  return replacing === undefined ? text : replaced(text, replacing);
};

const readFiles = async (asked: ChangeFiles, name: NameOf): Promise<ReadChange> => {
  const found = await resolveChange(asked);
  const edits: Edit[] = [];
  const files: ReadFile[] = [];
  const unreadable: Array<ReadChange['unreadable'][number]> = [];
  for (const one of found) {
    const { type, fullName, xml } = one;
    const add = (...some: readonly Edit[]): unknown => edits.push(...some.map((edit) => ofKind(type, edit)));
    if (one.deleted) add(...goes(one, found, name));
    if (one.deleted || xml === undefined) continue;
    const text = await textOf(one, xml);
    if (text === undefined) {
      add(doubtful(one, { why: 'replaced', at: { file: name(xml), line: 1, column: 1 } }));
      continue;
    }
    const root = parseXml(text, name(xml));
    if ('unreadable' in root) {
      unreadable.push({ at: root.at, why: root.unreadable });
      add(doubtful(one, { why: 'unreadable', at: root.at }));
      continue;
    }
    files.push({ type, fullName, root });
    add(...editsIn(one, root, found));
  }
  const { sourceDirs = [], metadataDir } = asked;
  const folders = metadataDir === undefined ? sourceDirs : [...sourceDirs, metadataDir];
  const keys = (await Promise.all(folders.map((folder) => keysIn(folder, name)))).flat();
  return { edits, files, unreadable, keys };
};

/** Reads what a change sets, from its files. Throws `Trouble`. */
export const readChange = async (asked: ChangeFiles): Promise<ReadChange> => {
  const { metadataDir } = asked;
  if (metadataDir === undefined) return readFiles(asked, nameOf);
  return unzipped(metadataDir, (found) => readFiles({ ...asked, metadataDir: found.folder }, nameIn(found)));
};
