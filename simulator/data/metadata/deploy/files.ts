import { metadataType, type MetadataType } from '../../schema/metadata.ts';
import type { Named, Package } from './package.ts';
import { DeployProblem, notSimulated } from './problem.ts';

/** A component to be taken in: its file, and the other file of a certificate. */
export type ComponentFile = Named & { fileName: string; xml: string; content?: string };

/** A type whose components lie in two files: `.crt` and `.crt-meta.xml`. */
const suffixesOf = ({ suffix }: MetadataType): { content?: string; file: string } => {
  const [first = '', second] = suffix.split(' + ');
  return second === undefined ? { file: first } : { content: first, file: second };
};

const typeNamed = (name: string): MetadataType => {
  const type = metadataType(name);
  if (type === undefined) throw notSimulated(`The metadata type ${name}`);
  return type;
};

export const fileNameOf = ({ type: name, fullName }: Named): string => {
  const type = metadataType(name);
  return type === undefined ? 'package.xml' : `${type.folder}/${encoded(fullName)}${suffixesOf(type).file}`;
};

/** As `source-deploy-retrieve` writes names into paths: `Custom: Sales` is `Custom%3A Sales`. */
const encoded = (fullName: string): string => encodeURIComponent(fullName).replaceAll('%20', ' ');

/** The file of a member of the manifest. Throws in Salesforce's words where there is none. */
export const fileOf = (named: Named, { files }: Package): ComponentFile => {
  const type = typeNamed(named.type);
  const suffixes = suffixesOf(type);
  const base = [named.fullName, encoded(named.fullName)].find((name) =>
    files.has(`${type.folder}/${name}${suffixes.file}`),
  );
  const path = `${type.folder}/${base ?? named.fullName}`;
  const xml = files.get(path + suffixes.file);
  if (xml === undefined) {
    throw new DeployProblem(
      `An object '${named.fullName}' of type ${named.type} was named in package.xml, but was not found in zipped directory`,
    );
  }
  const content = suffixes.content === undefined ? undefined : files.get(path + suffixes.content);
  return { ...named, fileName: path + suffixes.file, xml, ...(content === undefined ? {} : { content }) };
};

/** `*` stands for every file of the type. */
export const membersIn = ({ members, files }: Package): Named[] =>
  members.flatMap((named) => {
    if (named.fullName !== '*') return [named];
    const type = metadataType(named.type);
    if (type === undefined) return [named];
    const { file } = suffixesOf(type);
    return [...files.keys()]
      .filter((name) => name.startsWith(`${type.folder}/`) && name.endsWith(file))
      .map((name) => ({
        type: named.type,
        fullName: name
          .slice(type.folder.length + 1, -file.length)
          .replaceAll(/(?:%[0-9a-f]{2})+/giu, decodeURIComponent),
      }));
  });
