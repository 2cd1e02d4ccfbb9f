import type { DoctorRequest } from '../doctor.ts';
import { Trouble } from '../model/index.ts';
import type { Asked } from './request.ts';

type Look<T> = (request: DoctorRequest) => Promise<T>;

/**
 * Looks; where the org to look in is only the CLI's default and cannot be used, looks without it and says so.
 * Not after an attempt: there is one a run.
 */
export const diagnoseAsked = async <T>(
  { request, orgAsked }: Asked,
  look: Look<T>,
  warn: (org: string) => void,
): Promise<T> => {
  try {
    return await look(request);
  } catch (error) {
    const { targetOrg, ...without } = request;
    const dead = error instanceof Trouble && error.key.startsWith('target-org-');
    if (!dead || targetOrg === undefined || orgAsked || request.attempt) throw error;
    warn(targetOrg);
    return look(without);
  }
};
