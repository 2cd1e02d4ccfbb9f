import type { AppCheckRequest, GatheredApp } from '../../app-check.ts';
import { Trouble } from '../../model/index.ts';
import type { AskedCheck } from './request.ts';

/**
 * Gathers; where the org to look in is only the CLI's default and cannot be used, looks without it and says so.
 * Not after an attempt: there is one a run.
 */
export const gatherAsked = async (
  { request, orgAsked }: AskedCheck,
  gather: (request: AppCheckRequest) => Promise<GatheredApp>,
  warn: (org: string) => void,
): Promise<GatheredApp> => {
  try {
    return await gather(request);
  } catch (error) {
    const { targetOrg, ...without } = request;
    const dead = error instanceof Trouble && error.key.startsWith('target-org-');
    if (!dead || targetOrg === undefined || orgAsked || request.attempt) throw error;
    warn(targetOrg);
    return gather(without);
  }
};
