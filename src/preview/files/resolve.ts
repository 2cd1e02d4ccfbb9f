import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ComponentSet, SourceComponent } from '@salesforce/source-deploy-retrieve';
import { defined, percentDecoded, Trouble } from '../../model/index.ts';
import { projectAt, type Project } from './project.ts';
import { typesThatCount } from './read-component.ts';

/** Which files a change is made of, as `sf project deploy start` names them. */
export type ChangeFiles = {
  readonly sourceDirs?: readonly string[] | undefined;
  /** `package.xml`. What it names is looked for in `sourceDirs`, or in the package directories of the project, or here. */
  readonly manifest?: string | undefined;
  /** A folder in metadata format, with its `package.xml`, or its archive. */
  readonly metadataDir?: string | undefined;
  readonly preDestructive?: string | undefined;
  readonly postDestructive?: string | undefined;
};

export type Found = {
  readonly type: string;
  readonly fullName: string;
  /** Paths of its files; none: it is to be deleted. */
  readonly xml?: string | undefined;
  /** Its content is spread over several files. */
  readonly decomposed: boolean;
  readonly deleted: boolean;
  /** The file that says that it goes, and whether before the others are deployed. */
  readonly said?: string | undefined;
  readonly first?: boolean;
  /** Of the API by which it is deployed. */
  readonly version?: number;
};

const mustBe = (file: string): string => {
  if (!existsSync(file)) throw new Trouble('change-missing', { path: file });
  return file;
};

const ifThere = (file: string): string | undefined => (existsSync(file) ? file : undefined);

/** The types of which a component stands in several files: `decomposed`, or a word that begins so. */
const isDecomposed = (component: SourceComponent): boolean =>
  component.type.strategies?.transformer?.startsWith('decomposed') === true && component.getChildren().length > 0;

const foundOf = (component: SourceComponent): Found => ({
  type: component.type.name,
  fullName: percentDecoded(component.fullName),
  xml: component.xml ?? component.content,
  decomposed: isDecomposed(component),
  deleted: component.isMarkedForDelete(),
});

const existing = (set: ComponentSet, version: string | undefined): readonly Found[] =>
  [...set.getSourceComponents()]
    .map((component) => ({ ...foundOf(component), ...(version === undefined ? {} : { version: Number(version) }) }))
    .filter(({ type }) => typesThatCount.includes(type));

type Deletions = ComponentSet['destructiveChangesPre'];

/** What a manifest says is to go, whether it was found as a file or not. */
const deleted = (deletions: Deletions, said: string | undefined, first: boolean): readonly Found[] =>
  [...deletions.values()].flatMap((members) =>
    [...members.values()].map(({ type, fullName }) => ({
      type: type.name,
      fullName: percentDecoded(fullName),
      decomposed: false,
      deleted: true,
      said,
      first,
    })),
  );

type Manifests = {
  readonly manifestPath: string;
  readonly pre?: string | undefined;
  readonly post?: string | undefined;
  readonly roots: readonly string[];
  readonly registry?: Project['registry'];
};

const byManifest = async ({ manifestPath, pre, post, roots, registry }: Manifests): Promise<readonly Found[]> => {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const set = await ComponentSet.fromManifest({
    manifestPath: mustBe(manifestPath),
    resolveSourcePaths: roots.map(mustBe),
    ...defined({ registry }),
    ...(pre === undefined ? {} : { destructivePre: mustBe(pre) }),
    ...(post === undefined ? {} : { destructivePost: mustBe(post) }),
  });
  return [
    ...deleted(set.destructiveChangesPre, pre, true),
    ...existing(set, set.sourceApiVersion).filter((one) => !one.deleted),
    ...deleted(set.destructiveChangesPost, post, false),
  ];
};

const bySource = async (dirs: readonly string[]): Promise<readonly Found[]> => {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const fsPaths = dirs.map((dir) => path.resolve(mustBe(dir)));
  const { registry, sourceApiVersion } = await projectAt(fsPaths[0] ?? '.');
  const all = typesThatCount.map((type) => ({ type, fullName: ComponentSet.WILDCARD }));
  const include = new ComponentSet(all, registry);
  return existing(ComponentSet.fromSource({ fsPaths, include, ...defined({ registry }) }), sourceApiVersion);
};

/** As `sf project deploy start` does: in all package directories, where nobody names folders. */
const byProject = async (
  manifestPath: string,
  { sourceDirs, preDestructive: pre, postDestructive: post }: ChangeFiles,
): Promise<readonly Found[]> => {
  const { packages, registry } = await projectAt(path.resolve(sourceDirs?.[0] ?? '.'));
  const roots = sourceDirs ?? (packages.length === 0 ? ['.'] : packages);
  return byManifest({ manifestPath, pre, post, roots, registry });
};

/** What a file of deletions names, by itself. */
const goneBy = async (said: string): Promise<readonly Found[]> => {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const set = await ComponentSet.fromManifest({ manifestPath: said });
  return [...set].map(({ type, fullName }) => ({
    type: type.name,
    fullName: percentDecoded(fullName),
    decomposed: false,
    deleted: true,
    said,
    first: true,
  }));
};

/** `destructiveChanges.xml` is heeded before the rest is deployed, as the one with `Pre` in its name; there may be both. */
const byMetadata = async (dir: string): Promise<readonly Found[]> => {
  const [plain, pre, post] = ['', 'Pre', 'Post'].map((when) =>
    ifThere(path.join(dir, `destructiveChanges${when}.xml`)),
  );
  const manifestPath = path.join(mustBe(dir), 'package.xml');
  const all = await byManifest({ manifestPath, roots: [dir], pre: pre ?? plain, post });
  return pre === undefined || plain === undefined ? all : [...(await goneBy(plain)), ...all];
};

/**
 * The components of a change that bear on logins, resolved as a deployment resolves them. The library is heavy, and loaded here alone.
 * Throws `Trouble('change-missing', { path })`.
 */
export const resolveChange = async (files: ChangeFiles): Promise<readonly Found[]> => {
  const { sourceDirs, manifest, metadataDir } = files;
  const ofMetadata = metadataDir === undefined ? [] : await byMetadata(metadataDir);
  if (manifest !== undefined) return [...ofMetadata, ...(await byProject(manifest, files))];
  return sourceDirs === undefined ? ofMetadata : [...ofMetadata, ...(await bySource(sourceDirs))];
};
