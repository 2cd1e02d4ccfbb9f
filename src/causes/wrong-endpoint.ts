import { inHistory, said } from '../clues/index.ts';
import { isDecided } from '../clues/named.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';
import type { Facts } from '../model/index.ts';

const id = 'wrong-endpoint';

/** Whether the host lets in the users of this org; undefined where the host does not tell. */
const isHostOf = ({ loginHost, organization }: Pick<Facts, 'loginHost' | 'organization'>): boolean | undefined => {
  if (loginHost.kind === 'login') return !organization.isSandbox;
  if (loginHost.kind === 'test') return organization.isSandbox;
  if (loginHost.kind !== 'my-domain' || loginHost.orgId === undefined) return undefined;
  return loginHost.orgId.slice(0, 15) === organization.id.slice(0, 15);
};

/** Hosts of the user interface: they take no logins. */
const takesNoLogin = (url: string): boolean =>
  URL.canParse(url) && /\.(?:lightning\.force|salesforce-setup)\.com$/iu.test(new URL(url).hostname);

export default cause({
  id,
  gate: 'host',
  blocks: true,
  explains: [
    'app-not-found-or-propagating',
    'app-wrong-consumer-key',
    'jwt-wrong-audience',
    'user-not-approved',
    'wrong-username-or-password',
  ],
  clues: [
    said(id),
    inHistory(id),
    // Only for a host that was given: one that we assumed proves nothing.
    clue('host', ['integration', 'loginHost', 'organization', 'refusals'], (facts) => {
      const { integration, loginHost, organization, refusals } = facts;
      if (integration.loginUrl === undefined) return undefined;
      const values = {
        url: loginHost.url,
        org: organization.name,
        kind: organization.isSandbox ? 'sandbox' : 'production',
      };
      const fits = isHostOf(facts);
      if (fits === undefined) return loginHost.kind === 'other' ? suggests(values) : undefined;
      if (!fits) return proves(values);
      return isDecided(refusals, id) ? undefined : rulesOut(values);
    }),
    clue('takes-no-login', ['integration'], ({ integration: { loginUrl: url } }) =>
      url !== undefined && takesNoLogin(url) ? proves({ url }) : undefined,
    ),
    clue('not-https', ['integration'], ({ integration: { loginUrl: url } }) =>
      url !== undefined && /^http:\/\/(?!localhost|127\.|\[::1\])/iu.test(url) ? proves({ url }) : undefined,
    ),
    clue(
      'needs-my-domain',
      ['integration', 'loginHost'],
      ({ integration: { flow, loginUrl }, loginHost: { kind, url } }) => {
        if (loginUrl === undefined || (kind !== 'login' && kind !== 'test')) return undefined;
        return flow === 'client-credentials' || flow === 'token-exchange' ? proves({ flow, url }) : undefined;
      },
    ),
    clue('api-needs-my-domain', ['integration', 'loginHost', 'myDomain'], ({ integration, loginHost, myDomain }) => {
      const generic = loginHost.kind === 'login' || loginHost.kind === 'test';
      if (integration.loginUrl === undefined || !generic || myDomain.apiLoginNeedsMyDomain !== true) return undefined;
      return integration.flow === 'soap-login' ? proves({ url: loginHost.url }) : undefined;
    }),
  ],
  actions: [
    'disableAPILoginRequiresOrgDomain',
    'enableAPILoginRequiresOrgDomain',
    'domainChosen',
    'enhancedDomainChosen',
  ],
  remedies: [
    {
      id: 'use-my-domain',
      who: 'integration-owner',
      effect: 'changes-client',
      setup: '/lightning/setup/OrgDomain/home',
    },
  ],
});
