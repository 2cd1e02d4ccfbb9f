import { unknown, valueOf, type Fact, type Integration } from '../../model/index.ts';
import type { OrgFacts } from './index.ts';

/** What was asked about a user by name. */
const ofUser = [
  'user',
  'userLogin',
  'userPermissions',
  'passwordExpiresAt',
  'assignmentEnds',
  'appAccess',
  'grants',
  'sessions',
  'loginRows',
  'loginEvents',
  'loginHours',
  'loginIpRanges',
  'approveUninstalled',
  'singleSignOn',
  'anyApiAuth',
  'groupMembers',
] as const satisfies ReadonlyArray<keyof OrgFacts>;

/** The run-as user of the app, where the login acts as that user and not as the one who was named. */
export const actsAs = ({ flow, username }: Integration, facts: OrgFacts): string | undefined => {
  const runAs = flow === 'client-credentials' ? valueOf(facts.app)?.clientCredentials?.runAs : undefined;
  return runAs?.toLowerCase() === username?.toLowerCase() ? undefined : runAs;
};

/** What was read of another user; or, where nobody was named, what of the run-as user could not be asked in time. */
const hides = (fact: Fact<unknown>, { username }: Integration): boolean => {
  if (username !== undefined) return fact.state === 'known';
  return fact.state === 'unknown' && (fact.reason === 'depends-on-unknown' || fact.cure === '--username');
};

/**
 * The facts of the user who logs in. Client credentials act as the app's run-as user, whoever was named: what was read of another
 * says nothing of the login. Where somebody else was named, it is known too late to ask all that again within the round trips; where nobody was,
 * it is in time if the app could be asked for at once (`ahead`). Else naming that user cures it.
 */
export const ofTheLogin = (facts: OrgFacts, integration: Integration): OrgFacts => {
  const runAs = actsAs(integration, facts);
  const nobodyNamed = integration.flow === 'client-credentials' && integration.username === undefined;
  if (runAs === undefined && !nobodyNamed) return facts;
  const cure = runAs === undefined ? '--username' : `--username ${runAs}`;
  const unseen = ofUser.filter((name) => hides(facts[name], integration));
  const cured = unseen.map((name) => [name, unknown('not-asked', cure)] as const);
  return { ...facts, ...Object.fromEntries(cured) };
};
