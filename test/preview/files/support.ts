import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Edit } from '../../../src/model/index.ts';
import { parseXml } from '../../../src/preview/files/element.ts';
import { editsOf } from '../../../src/preview/files/read-component.ts';

export const xml = (root: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${inside}\n</${root}>\n`;

type As = { readonly root?: string; readonly fullName?: string; readonly version?: number };

const all = (type: string, inside: string, { root = type, fullName = 'Sync', version = 64 }: As): readonly Edit[] => {
  const parsed = parseXml(xml(root, inside), `${fullName}.xml`);
  if ('unreadable' in parsed) throw new Error(parsed.unreadable);
  return editsOf({ type, fullName, root: parsed, version });
};

/** What the file of a component sets. */
export const read = (type: string, inside: string, as: As = {}): readonly Edit[] =>
  all(type, inside, as).filter(({ perhaps }) => perhaps !== true);

/** What it does not name, and is perhaps set back. */
export const unnamed = (type: string, inside: string, as: As = {}): readonly Edit[] =>
  all(type, inside, as).filter(({ perhaps }) => perhaps === true);

/** A few words for each edit. */
export const brief = (edits: readonly Edit[]): readonly string[] =>
  edits.map(({ setting, element, at }) => {
    const { set, ...rest } = setting;
    const value = 'why' in rest ? rest.why : 'value' in rest ? JSON.stringify(rest.value) : '';
    return `${at?.line ?? '-'}:${at?.column ?? '-'} ${element} ${set} ${value}`.trim();
  });

export const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
};
