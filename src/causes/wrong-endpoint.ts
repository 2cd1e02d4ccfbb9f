import { cause } from '../clues/cause.ts';
import { aheadAt, inForceSince } from '../clues/ahead.ts';
import type { CalendarId } from '../clues/calendar/index.ts';
import { otherOrg } from '../clues/doubts.ts';
import { enforcedBy } from '../clues/enforced.ts';
import { isGeneric, isHostOf } from '../clues/host-of.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { clue, clueWith, inFlows, myDomainIn, myDomainNameIn, proves, rulesOut, suggests } from '../model/index.ts';
import type { Facts, Flow, Integration, LoginHost } from '../model/index.ts';

const id = 'wrong-endpoint';

/** Flows that the hosts which every org shares do not take. */
const onMyDomainOnly: readonly Flow[] = ['client-credentials', 'token-exchange'];

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/** Hosts of the user interface: they take no logins. */
const takesNoLogin = (url: string): boolean =>
  URL.canParse(url) && /\.(?:lightning\.force|salesforce-setup)\.com$/iu.test(new URL(url).hostname);

/** The instance after which a host is named: `cs42` of `cs42.salesforce.com` and of `acme--uat.cs42.my.salesforce.com`. */
const instanceIn = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const found = /^(?:(?<instance>[a-z]{2,4}\d+)\.|[^.]+\.(?<inner>[a-z]{2,4}\d+)\.my\.)salesforce\.com$/u.exec(
    new URL(url).hostname,
  );
  return found?.groups?.instance ?? found?.groups?.inner;
};

/** Entries of the trail that tell what the My Domain is called from then on. */
const namesMyDomain: ReadonlySet<string> = new Set(['domainchosen', 'enhanceddomainchosen']);
const myDomainHost = /(?<![\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z]+)?\.my\.salesforce\.com(?![\w-])/iu;

/** A request that is sent on by these loses its form, with most clients: RFC 9110, 15.4. */
const losesTheForm = (status: number | undefined): boolean => status === 301 || status === 302;

/** Whether a refusal is what comes of being sent on: the redirect itself, or the answer to a request that lost its form by it. */
const comesOfRedirect = (refusals: Facts['refusals'], { status }: LoginHost): boolean =>
  refusals.some(
    ({ code, decides, suspects }) => (decides ?? suspects[0]) === id && (code === undefined || losesTheForm(status)),
  );

/** Partners and customers have sites of their own, and what the shared hosts say to them is not documented. */
const isOfSite = (user: Facts['user']): boolean => (user?.userType ?? 'Standard') !== 'Standard';

const aboutHost = ['integration', 'loginHost', 'organization', 'refusals'] as const;

const endOfInstanceHosts = (isSandbox: boolean): CalendarId =>
  isSandbox ? 'instance-hosts-end-for-sandboxes' : 'instance-hosts-end';

/** The CLI itself tries the other generic hosts, one after the other, when it logs in by JWT. */
const triesOthers = ({ login, flow }: Integration, host: LoginHost): boolean =>
  login !== undefined && flow === 'jwt' && isGeneric(host);

export default cause({
  id,
  gate: 'host',
  blocks: true,
  sources: ['jwt-bearer-flow', 'oauth-errors', 'previous-my-domain'],
  explains: [
    'app-not-found-or-propagating',
    'app-wrong-consumer-key',
    'jwt-wrong-audience',
    'user-not-approved',
    'wrong-username-or-password',
  ],
  clues: [
    // Only for a host that was given: one that we assumed proves nothing.
    clue('host', aboutHost, (facts) => {
      const { integration, loginHost, organization, refusals } = facts;
      if (integration.loginUrl === undefined) return undefined;
      const values = {
        url: loginHost.url,
        org: organization.name,
        kind: organization.isSandbox ? 'sandbox' : 'production',
      };
      const fits = isHostOf(facts);
      if (fits === undefined) return loginHost.kind === 'other' ? suggests(values) : undefined;
      if (!fits) return triesOthers(integration, loginHost) ? undefined : proves(values);
      // Of a host that every org shares, the org may have another opinion.
      return isGeneric(loginHost) || isDecided(refusals, id) ? undefined : rulesOut(values);
    }),
    clueWith('shared-host', { needs: [...aboutHost, 'myDomain'], also: ['user'] }, (facts) => {
      const { integration, loginHost, organization, myDomain, refusals, user } = facts;
      if (isOfSite(user)) return undefined;
      if (integration.loginUrl === undefined || !isGeneric(loginHost) || isHostOf(facts) !== true) return undefined;
      if (myDomain.apiLoginNeedsMyDomain === true || isDecided(refusals, id)) return undefined;
      if (onMyDomainOnly.some((flow) => flow === integration.flow)) return undefined;
      const kind = organization.isSandbox ? 'sandbox' : 'production';
      return rulesOut({ url: loginHost.url, org: organization.name, kind });
    }),
    clue('cli-host', ['integration', 'loginHost', 'organization'], (facts) => {
      const { integration, loginHost, organization } = facts;
      if (!triesOthers(integration, loginHost) || isHostOf(facts) !== false) return undefined;
      const kind = organization.isSandbox ? 'sandbox' : 'production';
      return suggests({ url: loginHost.url, org: organization.name, kind });
    }),
    clue('takes-no-login', ['integration'], ({ integration: { loginUrl: url } }) =>
      url !== undefined && takesNoLogin(url) ? proves({ url }) : undefined,
    ),
    clue('not-https', ['integration'], ({ integration: { loginUrl: url } }) =>
      url !== undefined && /^http:\/\/(?!localhost|127\.|\[::1\])/iu.test(url) ? proves({ url }) : undefined,
    ),
    inFlows(
      onMyDomainOnly,
      clue('needs-my-domain', ['integration', 'loginHost'], ({ integration: { flow = '-', loginUrl }, loginHost }) =>
        loginUrl !== undefined && isGeneric(loginHost) ? proves({ flow, url: loginHost.url }) : undefined,
      ),
    ),
    inFlows(
      ['soap-login'],
      clue('api-needs-my-domain', ['integration', 'loginHost', 'myDomain'], ({ integration, loginHost, myDomain }) =>
        integration.loginUrl !== undefined && isGeneric(loginHost) && myDomain.apiLoginNeedsMyDomain === true
          ? proves({ url: loginHost.url })
          : undefined,
      ),
    ),
    // Only what the host itself answers: Salesforce's own page of maintenance is another cause.
    clue('redirects', ['integration', 'loginHost'], ({ integration, loginHost: { url, redirectedTo } }) =>
      integration.loginUrl === undefined || redirectedTo === undefined || redirectedTo === ''
        ? undefined
        : suggests({ url, to: redirectedTo }),
    ),
    // A name that the org had before: Salesforce sends on, until the org is renamed again or an admin puts an end to it.
    clue('previous-name', ['integration', 'loginHost', 'myDomain', 'refusals'], (facts) => {
      const { integration, loginHost, myDomain, refusals } = facts;
      const { url, redirectedTo } = loginHost;
      const own = myDomain.name?.toLowerCase();
      if (integration.loginUrl === undefined || redirectedTo === undefined || own === undefined) return undefined;
      if (myDomainNameIn(redirectedTo) !== own || myDomainNameIn(url) === own) return undefined;
      const values = { url, to: new URL(redirectedTo).origin };
      return comesOfRedirect(refusals, loginHost) ? proves(values) : suggests(values);
    }),
    // The line may be of another org: pasted from a log of many, or of a client that goes there.
    clue('said-elsewhere', ['integration', 'myDomain', 'refusals'], ({ integration, myDomain, refusals }) => {
      const own = myDomain.name;
      const hosts = refusals.flatMap(({ origin, host, role }) =>
        origin === 'text' && host !== undefined && role === undefined ? [host] : [],
      );
      const nameOf = (host: string): string | undefined => myDomainNameIn(`https://${host}`);
      const [said, ...others] = [...new Set(hosts.filter((host) => nameOf(host) !== undefined))];
      if (said === undefined || own === undefined || others.length > 0) return undefined;
      return [own.toLowerCase(), myDomainNameIn(integration.loginUrl)].includes(nameOf(said))
        ? undefined
        : suggests({ said, own });
    }),
    clue('page', ['integration', 'loginHost'], ({ integration, loginHost }) => {
      const { url, kind, html, page, status, redirectedTo } = loginHost;
      if (integration.loginUrl === undefined || html !== true || page !== undefined) return undefined;
      return status === 200 && kind === 'other' && redirectedTo === undefined ? suggests({ url }) : undefined;
    }),
    // The trail tells the new name even where the settings of the org may not be read.
    clueWith(
      'renamed',
      { needs: ['integration'], also: ['changes', 'loginHost'] },
      ({ integration: { loginUrl: url }, changes, loginHost }) => {
        const asked = myDomainIn(url);
        const [renamed] = (changes ?? []).flatMap(({ action, display, at, by = '-' }) => {
          const to = namesMyDomain.has(action.toLowerCase()) ? myDomainHost.exec(display)?.[0] : undefined;
          return to === undefined ? [] : [{ to: to.toLowerCase(), at, by }];
        });
        if (url === undefined || asked === undefined || renamed === undefined) return undefined;
        if (asked === myDomainIn(`https://${renamed.to}`)) return undefined;
        // Nobody is at home under the old name: nothing sends on any more.
        return (loginHost?.trouble === 'ENOTFOUND' ? proves : suggests)({ url, ...renamed }, renamed.at);
      },
    ),
    clue('instance-variable', ['integration', 'environment', 'refusals'], (facts) => {
      const { instance } = facts.environment;
      const { login, loginUrl } = facts.integration;
      if (instance === undefined || login === undefined || loginUrl === undefined) return undefined;
      const same = originOf(instance.url) === originOf(loginUrl);
      return same || !isNamed(facts.refusals, id) ? undefined : suggests({ ...instance, loginUrl });
    }),
    clue(
      'instance-host',
      ['integration', 'organization', 'now'],
      ({ integration: { loginUrl: url }, organization, now }) => {
        const instance = url === undefined ? undefined : instanceIn(url);
        const { isSandbox, instanceName } = organization;
        if (url === undefined || instance === undefined || instanceName === undefined) return undefined;
        if (instance === instanceName.toLowerCase()) return undefined;
        const id = endOfInstanceHosts(isSandbox);
        const values = { url, instance, own: instanceName };
        return inForceSince(id, now) === undefined ? aheadAt(id, now, values) : enforcedBy(id, suggests(values));
      },
    ),
    // Named after the instance on which the org still lives: it is the next move of the org that makes it wrong.
    clue(
      'own-instance-host',
      ['integration', 'organization', 'now'],
      ({ integration: { loginUrl: url }, organization, now }) => {
        const { instanceName, isSandbox } = organization;
        if (url === undefined || instanceName === undefined || instanceIn(url) !== instanceName.toLowerCase())
          return undefined;
        return aheadAt(endOfInstanceHosts(isSandbox), now, { url, own: instanceName });
      },
    ),
    otherOrg(id),
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
