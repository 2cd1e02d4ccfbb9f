import { Trouble } from '../model/index.ts';

type Looking = { readonly targetOrg?: string; readonly attempt: boolean };

/**
 * Looks; where the org to look in is only the CLI's default (`orgAsked`: it was named by a flag) and cannot be used, looks without it
 * and says so. Not after an attempt: there is one a run.
 */
export const lookWithDefault = async <R extends Looking, T>(
  { request, orgAsked }: { readonly request: R; readonly orgAsked: boolean },
  look: (request: Omit<R, 'targetOrg'> & Pick<Looking, 'targetOrg'>) => Promise<T>,
  warn: (org: string) => void,
): Promise<T> => {
  const { targetOrg, ...without } = request;
  try {
    return await look(request);
  } catch (error) {
    const dead = error instanceof Trouble && error.key.startsWith('target-org-');
    if (!dead || targetOrg === undefined || orgAsked || request.attempt) throw error;
    warn(targetOrg);
    return look(without);
  }
};
