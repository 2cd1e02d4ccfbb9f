import type { App, Facts, Integration } from '../model/index.ts';

/** For client credentials, the run-as user's name in the app's policy. */
export const runAsName = ({ flow }: Integration, app: App | undefined): string | undefined =>
  flow === 'client-credentials' ? app?.clientCredentials?.runAs : undefined;

/**
 * Whether a gate about the user is about the run-as user, who is not the one that was named: client credentials act as nobody else.
 */
export const isRunAs = (facts: Pick<Facts, 'integration'> & Partial<Pick<Facts, 'app'>>): boolean => {
  const { integration } = facts;
  if (integration.flow !== 'client-credentials') return false;
  const name = runAsName(integration, facts.app);
  return name !== undefined && name.toLowerCase() !== integration.username?.toLowerCase();
};
