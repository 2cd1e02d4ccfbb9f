import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ComponentSet, SourceComponent } from '@salesforce/source-deploy-retrieve';
import { defined, percentDecoded, Trouble } from '../../model/index.ts';
import { projectAt, type Project } from './project.ts';
import { typesThatCount } from './read-component.ts';
import { replacingIn, type Replacing } from './replacements.ts';

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
  readonly replacing?: Replacing;
};

const mustBe = (file: string): string => {
  if (!existsSync(file)) throw new Trouble('change-missing', { path: file });
  return file;
};

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

type As = { readonly version?: string | undefined } & Pick<Project, 'replacesIn'>;

const existing = (components: Iterable<SourceComponent>, { version, replacesIn }: As): Promise<readonly Found[]> =>
  Promise.all(
    [...components]
      .filter(({ type }) => typesThatCount.includes(type.name))
      .map(async (component) => ({
        ...foundOf(component),
        ...(version === undefined ? {} : { version: Number(version) }),
        ...defined({ replacing: replacesIn === undefined ? undefined : await replacingIn(component, replacesIn) }),
      })),
  );

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
} & Pick<Project, 'registry' | 'replacesIn'>;

const byManifest = async ({
  manifestPath,
  pre,
  post,
  roots,
  registry,
  replacesIn,
}: Manifests): Promise<readonly Found[]> => {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const set = await ComponentSet.fromManifest({
    manifestPath: mustBe(manifestPath),
    resolveSourcePaths: roots.map(mustBe),
    ...defined({ registry }),
    ...(pre === undefined ? {} : { destructivePre: mustBe(pre) }),
    ...(post === undefined ? {} : { destructivePost: mustBe(post) }),
  });
  const there = await existing(set.getSourceComponents(), { version: set.sourceApiVersion, replacesIn });
  return [
    ...deleted(set.destructiveChangesPre, pre, true),
    ...there.filter((one) => !one.deleted),
    ...deleted(set.destructiveChangesPost, post, false),
  ];
};

const bySource = async (dirs: readonly string[]): Promise<readonly Found[]> => {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const fsPaths = dirs.map((dir) => path.resolve(mustBe(dir)));
  const { registry, sourceApiVersion: version, replacesIn } = await projectAt(fsPaths[0] ?? '.');
  const all = typesThatCount.map((type) => ({ type, fullName: ComponentSet.WILDCARD }));
  const include = new ComponentSet(all, registry);
  const set = ComponentSet.fromSource({ fsPaths, include, ...defined({ registry }) });
  return existing(set.getSourceComponents(), { version, replacesIn });
};

/** As `sf project deploy start` does: in all package directories, where nobody names folders. */
const byProject = async (
  manifestPath: string,
  { sourceDirs, preDestructive: pre, postDestructive: post }: ChangeFiles,
): Promise<readonly Found[]> => {
  const { packages, registry, replacesIn } = await projectAt(path.resolve(sourceDirs?.[0] ?? '.'));
  const roots = sourceDirs ?? (packages.length === 0 ? ['.'] : packages);
  return byManifest({ manifestPath, pre, post, roots, replacesIn, ...defined({ registry }) });
};

/** What a file of deletions beside a manifest names. */
const goneBy = async (said: string, first: boolean): Promise<readonly Found[]> => {
  if (!existsSync(said)) return [];
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const set = await ComponentSet.fromManifest({ manifestPath: said });
  return [...set].map(({ type, fullName }) => ({
    type: type.name,
    fullName: percentDecoded(fullName),
    decomposed: false,
    deleted: true,
    said,
    first,
  }));
};

/**
 * `destructiveChanges.xml` is heeded before the rest is deployed, as the one with `Pre` in its name; there may be both. The folder goes to the
 * org as it is: what the project around it ignores counts too.
 */
const byMetadata = async (dir: string): Promise<readonly Found[]> => {
  const { ComponentSet, MetadataResolver } = await import('@salesforce/source-deploy-retrieve');
  const named = await ComponentSet.fromManifest({ manifestPath: mustBe(path.join(mustBe(dir), 'package.xml')) });
  const there = new MetadataResolver(undefined, undefined, false).getComponentsFromPath(dir, named);
  const gone = (when: string, first: boolean): Promise<readonly Found[]> =>
    goneBy(path.join(dir, `destructiveChanges${when}.xml`), first);
  return [
    ...(await gone('', true)),
    ...(await gone('Pre', true)),
    ...(await existing(there, { version: named.sourceApiVersion })),
    ...(await gone('Post', false)),
  ];
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
