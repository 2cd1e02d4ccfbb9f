import type { RegistryAccess } from '@salesforce/source-deploy-retrieve';

/** The Salesforce project that files lie in, as far as a deployment heeds it. */
export type Project = {
  /** Where its package directories are: a manifest is looked for there alone. */
  readonly packages: readonly string[];
  readonly sourceApiVersion?: string | undefined;
  /** The types of metadata as the project has them: it may spread permission sets over several files. */
  readonly registry?: RegistryAccess;
  /** Where it is, if a deployment puts other texts in the place of some in its files. */
  readonly replacesIn?: string | undefined;
};

const isNoProject = (error: unknown): boolean =>
  error instanceof Error && error.name === 'InvalidProjectWorkspaceError';

/** Of a path in it; outside a project there is nothing to heed. The libraries are heavy, and loaded where there are files. */
export const projectAt = async (inside: string): Promise<Project> => {
  const [{ SfProject }, { RegistryAccess }] = await Promise.all([
    import('@salesforce/core'),
    import('@salesforce/source-deploy-retrieve'),
  ]);
  try {
    const project = await SfProject.resolve(inside);
    const { sourceApiVersion, replacements } = await project.retrieveSfProjectJson().then((json) => json.getContents());
    return {
      replacesIn: replacements === undefined ? undefined : project.getPath(),
      packages: project.getPackageDirectories().map(({ fullPath }) => fullPath),
      sourceApiVersion,
      registry: new RegistryAccess(undefined, project.getPath()),
    };
  } catch (error) {
    if (isNoProject(error)) return { packages: [] };
    throw error;
  }
};
