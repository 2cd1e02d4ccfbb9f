import { cause } from '../clues/cause.ts';
import { refreshedShortlyBefore, refreshes, wasRefused } from '../clues/refresh.ts';
import {
  castsDoubt,
  clue,
  clueOfDoubt,
  clueWith,
  inFlows,
  myDomainNameIn,
  proves,
  rulesOut,
  sameId,
  suggests,
} from '../model/index.ts';
import type { Facts } from '../model/index.ts';

const id = 'refresh-token-revoked-or-expired';

type Hosts = Pick<Facts, 'storedLogin' | 'organization'> & Partial<Pick<Facts, 'loginHost' | 'myDomain'>>;

const originOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : URL.parse(url)?.origin;

/** Whether the host of the stored login is this org's own: by its name, or by what it says of itself. */
const isAtHome = ({ storedLogin, organization, loginHost, myDomain }: Hosts): boolean => {
  const url = storedLogin?.instanceUrl;
  const name = myDomainNameIn(url);
  if (name !== undefined && name === myDomain?.name?.toLowerCase()) return true;
  return (
    url !== undefined && originOf(url) === originOf(loginHost?.url) && sameId(loginHost?.orgId ?? '', organization.id)
  );
};

export default cause({
  id,
  gate: 'refresh-token',
  blocks: true,
  flows: ['refresh-token', 'web', 'device'],
  sources: ['refresh-token-flow', 'oauth-errors', 'apps-oauth-usage', 'sandbox-ids'],
  clues: [
    // A refresh gives a sandbox another id: under the same My Domain another org stands now.
    clueWith(
      'org-replaced',
      { needs: ['integration', 'refusals', 'storedLogin', 'organization'], also: ['loginHost', 'myDomain'] },
      (facts) => {
        const { storedLogin, organization } = facts;
        if (!organization.isSandbox || !refreshes(facts) || storedLogin?.orgId === undefined) return undefined;
        if (sameId(storedLogin.orgId, organization.id) || !isAtHome(facts)) return undefined;
        const { orgId: before, instanceUrl: url = '-' } = storedLogin;
        const values = { url, before, id: organization.id, org: organization.name };
        return wasRefused(facts) ? proves(values) : suggests(values);
      },
    ),
    // No grant, no live refresh token. Where one was used minutes before, or the policy ends each at once, another cause says why.
    clue(
      'no-grant',
      ['integration', 'refusals', 'grants', 'app', 'appOauth', 'loginRows', 'failedAt', 'now'],
      (facts) => {
        const { app, appOauth, grants, loginRows, failedAt, now } = facts;
        if (!refreshes(facts) || grants.length > 0) return undefined;
        if (app === undefined) return suggests({ app: '-' });
        // A token that is sent twice ends the grant: where the app rotates its tokens, that comes first.
        if (app.refreshTokenPolicy?.kind === 'zero' || appOauth?.refreshTokenRotation === true) return undefined;
        if (refreshedShortlyBefore(loginRows, app.name, failedAt ?? now) !== undefined) return undefined;
        return wasRefused(facts) ? proves({ app: app.name }) : suggests({ app: app.name });
      },
    ),
    // The same answer is given of a token that another app has.
    clue('not-active', ['introspection', 'accessToken'], ({ introspection, accessToken }) =>
      introspection?.state === 'inactive' && accessToken?.form === 'refresh-token'
        ? suggests({ host: introspection.host })
        : undefined,
    ),
    clueOfDoubt('active', ['introspection', 'accessToken'], ({ introspection, accessToken }) =>
      introspection?.state === 'active' && accessToken?.form === 'refresh-token'
        ? castsDoubt({ host: introspection.host })
        : undefined,
    ),
    inFlows(
      ['refresh-token'],
      clue('granted', ['attempt'], ({ attempt }) => (attempt.granted ? rulesOut({ host: attempt.host }) : undefined)),
    ),
  ],
  actions: ['blockConnectedApplication', 'deleteConnectedApplication', 'deleteApplication', 'uninstalledpackagingapp'],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'find-who-revoked',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/ConnectedAppsUsage/home',
    },
    { id: 'leave-refresh-tokens', who: 'developer', effect: 'changes-client' },
  ],
});
