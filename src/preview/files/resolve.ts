import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ComponentSet, SourceComponent } from '@salesforce/source-deploy-retrieve';
import { percentDecoded, Trouble } from '../../model/index.ts';
import { typesThatCount } from './read-component.ts';

/** Which files a change is made of, as `sf project deploy start` names them. */
export type ChangeFiles = {
  readonly sourceDirs?: readonly string[] | undefined;
  /** `package.xml`. What it names is looked for in `sourceDirs`, or here. */
  readonly manifest?: string | undefined;
  /** A folder in metadata format, with its `package.xml`. */
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
  /** The file that says that it goes. */
  readonly said?: string | undefined;
};

const mustBe = (file: string): string => {
  if (!existsSync(file)) throw new Trouble('change-missing', { path: file });
  return file;
};

const ifThere = (file: string): string | undefined => (existsSync(file) ? file : undefined);

const foundOf = (component: SourceComponent): Found => ({
  type: component.type.name,
  fullName: percentDecoded(component.fullName),
  xml: component.xml ?? component.content,
  decomposed: component.type.strategies?.transformer === 'decomposed' && component.getChildren().length > 0,
  deleted: component.isMarkedForDelete(),
});

const existing = (set: ComponentSet): readonly Found[] =>
  [...set.getSourceComponents()].map(foundOf).filter(({ type }) => typesThatCount.includes(type));

/** What a manifest says is to go, whether it was found as a file or not. */
const deleted = (set: ComponentSet, said: ReadonlyArray<string | undefined>): readonly Found[] =>
  [...set.destructiveChangesPre.entries(), ...set.destructiveChangesPost.entries()].flatMap(([, members]) =>
    [...members.values()].map((component) => ({
      type: component.type.name,
      fullName: percentDecoded(component.fullName),
      decomposed: false,
      deleted: true,
      said: said.find((file) => file !== undefined),
    })),
  );

type Manifests = {
  readonly manifestPath: string;
  readonly pre?: string | undefined;
  readonly post?: string | undefined;
  readonly roots: readonly string[];
};

const byManifest = async ({ manifestPath, pre, post, roots }: Manifests): Promise<readonly Found[]> => {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const set = await ComponentSet.fromManifest({
    manifestPath: mustBe(manifestPath),
    resolveSourcePaths: roots.map(mustBe),
    ...(pre === undefined ? {} : { destructivePre: mustBe(pre) }),
    ...(post === undefined ? {} : { destructivePost: mustBe(post) }),
  });
  return [...existing(set).filter((one) => !one.deleted), ...deleted(set, [pre, post])];
};

const bySource = async (dirs: readonly string[]): Promise<readonly Found[]> => {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const include = new ComponentSet(typesThatCount.map((type) => ({ type, fullName: ComponentSet.WILDCARD })));
  return existing(ComponentSet.fromSource({ fsPaths: dirs.map((dir) => path.resolve(mustBe(dir))), include }));
};

const byMetadata = (dir: string): Promise<readonly Found[]> =>
  byManifest({
    manifestPath: path.join(mustBe(dir), 'package.xml'),
    roots: [dir],
    pre: ifThere(path.join(dir, 'destructiveChangesPre.xml')),
    post: ifThere(path.join(dir, 'destructiveChangesPost.xml')) ?? ifThere(path.join(dir, 'destructiveChanges.xml')),
  });

/**
 * The components of a change that bear on logins, resolved as a deployment resolves them. The library is heavy, and loaded here alone.
 * Throws `Trouble('change-missing', { path })`.
 */
export const resolveChange = async (files: ChangeFiles): Promise<readonly Found[]> => {
  const { sourceDirs, manifest, metadataDir, preDestructive, postDestructive } = files;
  const found = [
    ...(metadataDir === undefined ? [] : await byMetadata(metadataDir)),
    ...(manifest === undefined
      ? sourceDirs === undefined
        ? []
        : await bySource(sourceDirs)
      : await byManifest({
          manifestPath: manifest,
          roots: sourceDirs ?? ['.'],
          pre: preDestructive,
          post: postDestructive,
        })),
  ];
  return found;
};
