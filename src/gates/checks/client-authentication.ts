import { check, closed, open, unseen, type Reading, type Wanted } from '../check.ts';
import type { GateRule } from '../gate.ts';

const sends = ({ clientSends }: Wanted, what: 'secret' | 'pkce'): boolean | undefined => clientSends?.includes(what);

const secretWanted = (say: string, wanted: Wanted): Reading =>
  sends(wanted, 'secret') === false ? closed('app-requires-secret', `${say}-not-sent`) : open(say);

const byRule = check('secret', { needs: ['appOauth'], flows: ['refresh-token', 'web'] }, (facts, wanted) => {
  const { appOauth, integration } = facts;
  if (appOauth === undefined) return undefined;
  const needed =
    integration.flow === 'web'
      ? appOauth.secretOptional === undefined
        ? undefined
        : !appOauth.secretOptional
      : appOauth.secretRequiredForRefresh;
  if (needed === undefined) return unseen('appOauth');
  return needed ? secretWanted('needed', wanted) : open('free');
});

/** These flows name no user who could stand in for the client: the secret is always checked. */
const always = check('secret-always', { flows: ['client-credentials', 'password'] }, (_facts, wanted) =>
  secretWanted('needed', wanted),
);

const pkce = check('pkce', { also: ['appOauth', 'oauthSettings'], flows: ['web'] }, (facts, wanted) => {
  const { appOauth, oauthSettings } = facts;
  const [byApp, byOrg] = [appOauth?.pkceRequired === true, oauthSettings?.pkceRequired === true];
  if (byApp || byOrg) {
    const say = byApp ? 'app-needs' : 'org-needs';
    return sends(wanted, 'pkce') === false ? closed('pkce-required-or-bad-verifier', `${say}-not-sent`) : open(say);
  }
  if (!('appOauth' in facts)) return unseen('appOauth');
  return oauthSettings === undefined ? unseen('oauthSettings') : open('free');
});

/** What must the client send beside its key? */
export const clientAuthentication: GateRule = {
  id: 'client-authentication',
  flows: ['refresh-token', 'web', 'client-credentials', 'password'],
  checks: [byRule, always, pkce],
};
