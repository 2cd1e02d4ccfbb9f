import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { Trouble } from '../../model/index.ts';

/** The manifest lies at the top, or in the one folder that a package may have: the rest is named from there. */
const manifest = /^(?:[^/]+\/)?package\.xml$/u;

/** Names that lead out of the archive are taken back into it by the library. */
const unpack = async (zip: string, folder: string): Promise<string> => {
  const missing = new Trouble('change-missing', { path: `${zip}/package.xml` });
  const { files } = await JSZip.loadAsync(await readFile(zip)).catch(() => {
    throw missing;
  });
  const [top] = Object.keys(files).filter((name) => manifest.test(name));
  if (top === undefined) throw missing;
  for (const one of Object.values(files)) {
    if (one.dir) continue;
    const file = path.join(folder, one.name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await one.async('nodebuffer'));
  }
  return path.join(folder, path.dirname(top));
};

/** Where the files are, and where people find them. */
export type Unzipped = { readonly folder: string; readonly called: string };

const isFile = async (name: string): Promise<boolean> =>
  stat(name).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * A folder of a deployment, or the archive of one, which is unpacked for its owner alone while `use` runs. As `sf project deploy start` takes
 * them: https://developer.salesforce.com/docs/atlas.en-us.sfdx_cli_reference.meta/sfdx_cli_reference/cli_reference_project_commands_unified.htm
 */
export const unzipped = async <T>(given: string, use: (found: Unzipped) => Promise<T>): Promise<T> => {
  if (!(await isFile(given))) return use({ folder: given, called: given });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sf-auth-preview-'));
  try {
    return await use({ folder: await unpack(given, folder), called: given });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
