import { known, valueOf } from '../model/index.ts';
import type { App, Evidence, Facts, Integration } from '../model/index.ts';

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

/**
 * Where client credentials name nobody, and the run-as user was looked at as closely as one who is named: as if it had been named.
 * Nothing else changes: what the person said stands in the result as it was said.
 */
export const withRunAsNamed = (evidence: Evidence): Evidence => {
  const { integration } = evidence;
  if (integration.state !== 'known' || integration.value.username !== undefined) return evidence;
  const name = runAsName(integration.value, valueOf(evidence.app));
  const username = valueOf(evidence.user)?.username;
  if (name === undefined || username?.toLowerCase() !== name.toLowerCase()) return evidence;
  return { ...evidence, integration: known({ ...integration.value, username }, integration.source) };
};
