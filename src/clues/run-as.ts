import type { Facts, RunAs } from '../model/index.ts';

/**
 * The run-as user of client credentials, where another user was named, or none: then nothing else is known of the user who logs in.
 * Where it was named, the facts about the user are about this one.
 */
export const otherRunAs = ({ integration, runAs }: Pick<Facts, 'integration' | 'runAs'>): RunAs | undefined =>
  integration.flow === 'client-credentials' && runAs?.username.toLowerCase() !== integration.username?.toLowerCase()
    ? runAs
    : undefined;
