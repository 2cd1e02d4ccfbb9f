import JSZip from 'jszip';
import { XMLParser } from 'fast-xml-parser';
import { metadataTypes } from '../../schema/metadata.ts';
import { elementsOf, textOf, textsOf } from '../soap.ts';

/** A component that a manifest names; settings go by the name of their own type. */
export type Named = { type: string; fullName: string };

/** What `deploy` was given: a manifest, the files, and what is to be deleted before and after. */
export type Package = {
  version: number;
  members: Named[];
  files: ReadonlyMap<string, string>;
  before: Named[];
  after: Named[];
};

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true });

/** `Settings: Security` is the component `Security` of the type `SecuritySettings`; `*` stands for those of all types. */
const typeOf = (type: string, fullName: string): string =>
  type === 'Settings' && fullName !== '*'
    ? (metadataTypes.find(({ member }) => member === fullName)?.name ?? `${fullName}Settings`)
    : type;

/** What a manifest names: its `types`. */
export const membersOf = (manifest: unknown): Named[] =>
  elementsOf(manifest, 'types').flatMap((types) =>
    textsOf(types, 'members').map((fullName) => ({ type: typeOf(textOf(types, 'name'), fullName), fullName })),
  );

const manifestIn = (xml: string): unknown => elementsOf(parser.parse(xml), 'Package')[0];

const manifest = 'package.xml';

/** The files, by their paths below the folder of the manifest: a package may lie in a folder of its own. */
const filesIn = async (zip: Buffer): Promise<Map<string, string> | undefined> => {
  const opened = await JSZip.loadAsync(zip);
  const found = Object.keys(opened.files).find((name) => /^(?:[^/]+\/)?package\.xml$/.test(name));
  if (found === undefined) return undefined;
  const folder = found.slice(0, -manifest.length);
  const inside = Object.values(opened.files).filter(({ dir, name }) => !dir && name.startsWith(folder));
  return new Map(
    await Promise.all(
      inside.map(async (file): Promise<[string, string]> => [
        file.name.slice(folder.length),
        await file.async('string'),
      ]),
    ),
  );
};

/** Undefined: there is no package.xml. */
export const openPackage = async (zip: Buffer): Promise<Package | undefined> => {
  const files = await filesIn(zip);
  const xml = files?.get(manifest);
  if (files === undefined || xml === undefined) return undefined;
  const named = (file: string): Named[] => membersOf(manifestIn(files.get(file) ?? ''));
  return {
    version: Number(textOf(manifestIn(xml), 'version')),
    members: membersOf(manifestIn(xml)),
    files,
    before: [...named('destructiveChanges.xml'), ...named('destructiveChangesPre.xml')],
    after: named('destructiveChangesPost.xml'),
  };
};
