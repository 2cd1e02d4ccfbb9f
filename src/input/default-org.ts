import { Trouble } from '../model/index.ts';

type Looking = {
  readonly targetOrg?: string;
  readonly attempt: boolean;
  readonly errorText?: string;
};

/** `orgRefusal`: what the org that was named said, that refused whoever looks. */
type Past = { readonly targetOrg?: string; readonly orgRefusal?: string };

/**
 * Looks; where the org to look in is only the CLI's default (`orgAsked`: it was named by a flag) and cannot be used, looks without it
 * and says so. One that was named and refuses whoever looks is looked past as well, where a text is there to go by: that refusal is
 * evidence. Not after an attempt: there is one a run.
 */
export const lookWithDefault = async <R extends Looking, T>(
  { request, orgAsked }: { readonly request: R; readonly orgAsked: boolean },
  look: (request: Omit<R, 'targetOrg'> & Past) => Promise<T>,
  warn: (org: string) => void,
): Promise<T> => {
  const { targetOrg, ...without } = request;
  try {
    return await look(request);
  } catch (error) {
    const dead = error instanceof Trouble && error.key.startsWith('target-org-');
    if (!dead || targetOrg === undefined || request.attempt) throw error;
    if (orgAsked) {
      const { refusal } = error.values;
      if (refusal === undefined || request.errorText === undefined) throw error;
      return look({ ...without, orgRefusal: refusal });
    }
    warn(targetOrg);
    return look(without);
  }
};
