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
  'anyApiClient',
  'secondFactors',
  'privileged',
  'mfaWaived',
  'groupMembers',
] as const satisfies ReadonlyArray<keyof OrgFacts>;

const sameUser = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();

/** The run-as user of the app, where the login acts as that user and not as the one who was named. */
export const actsAs = ({ flow, username }: Integration, facts: OrgFacts): string | undefined => {
  const runAs = flow === 'client-credentials' ? valueOf(facts.app)?.clientCredentials?.runAs : undefined;
  return runAs === undefined || sameUser(runAs, username) ? undefined : runAs;
};

/**
 * The facts of the user who logs in. Client credentials act as the app's run-as user, whoever was named: what was read of another
 * says nothing of the login. Where somebody else was named, or came by the app before, it is known too late to ask all that again within the
 * round trips; where nobody was, it is in time if the app could be asked for at once (`appAhead`), or if the app's logins tell that user. Else
 * naming that user cures it.
 */
export const ofTheLogin = (facts: OrgFacts, integration: Integration): OrgFacts => {
  const runAs = actsAs(integration, facts);
  const nobodyNamed = integration.flow === 'client-credentials' && integration.username === undefined;
  if (runAs === undefined && !nobodyNamed) return facts;
  const cure = runAs === undefined ? '--username' : `--username ${runAs}`;
  const isTheirs = nobodyNamed && sameUser(valueOf(facts.user)?.username, runAs);
  const isHidden = (fact: Fact<unknown>): boolean => {
    if (fact.state === 'known') return !isTheirs;
    return (
      nobodyNamed && fact.state === 'unknown' && (fact.reason === 'depends-on-unknown' || fact.cure === '--username')
    );
  };
  const cured = ofUser
    .filter((name) => isHidden(facts[name]))
    .map((name) => [name, unknown('not-asked', cure)] as const);
  return { ...facts, ...Object.fromEntries(cured) };
};
