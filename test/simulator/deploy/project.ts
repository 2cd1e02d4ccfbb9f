import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;

/** A file of a source-format project: its path below `main/default`, its type, and its elements as XML. */
export type SourceFile = readonly [file: string, type: string, body: string];

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** A project for `sf project deploy start`, in a folder. */
export const writeProject = (folder: string, files: readonly SourceFile[]): void => {
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' };
  write(path.join(folder, 'sfdx-project.json'), JSON.stringify(project));
  for (const [file, type, body] of files)
    write(path.join(folder, 'force-app', 'main', 'default', file), root(type, body));
};

/** A package.xml, or a destructiveChanges.xml. */
export const manifestXml = (members: Readonly<Record<string, readonly string[]>>, version = '67.0'): string => {
  const types = Object.entries(members).map(
    ([name, all]) => `<types>${all.map((one) => `<members>${one}</members>`).join('')}<name>${name}</name></types>`,
  );
  return root('Package', `${types.join('')}<version>${version}</version>`);
};

export const componentXml = root;
