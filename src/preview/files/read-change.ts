import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Edit, FilePlace } from '../../model/index.ts';
import { deletionOf } from './deletion.ts';
import { parseXml, type Element } from './element.ts';
import { editsOf } from './read-component.ts';
import { resolveChange, type ChangeFiles, type Found } from './resolve.ts';

/** A file of the change, as it was read. */
type ReadFile = { readonly type: string; readonly fullName: string; readonly root: Element };

export type ReadChange = {
  readonly edits: readonly Edit[];
  readonly files: readonly ReadFile[];
  /** Files that are no XML. */
  readonly unreadable: ReadonlyArray<{ readonly at: FilePlace; readonly why: string }>;
};

/** As people and CI systems name files: from where the command runs. */
const nameOf = (file: string): string => path.relative(process.cwd(), path.resolve(file)).replaceAll('\\', '/');

const goes = ({ type, fullName, said }: Found): readonly Edit[] => {
  const setting = deletionOf(type, fullName);
  if (setting === undefined) return [];
  const at = said === undefined ? {} : { at: { file: nameOf(said), line: 1, column: 1 } };
  return [{ setting, element: `${type} ${fullName}`, ...at }];
};

/** Parts of a component that stand in files of their own are not read: what they say together is not known here. */
const spread = ({ type, fullName }: Found, root: Element): readonly Edit[] => {
  const via = type === 'Profile' ? 'profile' : 'permission-set';
  return [
    {
      setting: { set: 'untold', about: { of: 'carrier', path: { via, name: fullName } }, why: 'decomposed' },
      element: root.name,
      at: root.at,
    },
  ];
};

/** Reads what a change sets, from its files. Throws `Trouble`. */
export const readChange = async (asked: ChangeFiles): Promise<ReadChange> => {
  const found = await resolveChange(asked);
  const edits: Edit[] = [];
  const files: ReadFile[] = [];
  const unreadable: Array<ReadChange['unreadable'][number]> = [];
  for (const one of found) {
    const { type, fullName, xml } = one;
    if (one.deleted) edits.push(...goes(one));
    if (one.deleted || xml === undefined) continue;
    const root = parseXml(await readFile(xml, 'utf8'), nameOf(xml));
    if ('unreadable' in root) {
      unreadable.push({ at: root.at, why: root.unreadable });
      continue;
    }
    files.push({ type, fullName, root });
    edits.push(...(one.decomposed ? spread(one, root) : editsOf({ type, fullName, root })));
  }
  return { edits, files, unreadable };
};
