import { cause } from '../clues/cause.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'jwt-wrong-audience';

const production = 'https://login.salesforce.com';
const sandbox = 'https://test.salesforce.com';

/** The generic host of the other kind of org, or a slash at the end. A My Domain or a site may be this org's. */
const isFit = (audience: string, wanted: string): boolean =>
  audience === wanted ||
  (!/^https:\/\/(?:login|test)\.salesforce\.com\/?$/iu.test(audience) && !audience.endsWith('/'));

/** A login host, a My Domain or a site by its address alone: what follows it there belongs to a site, or is one slash too many. */
const isLoginHost = (audience: string): boolean =>
  /^https:\/\/[\w.-]+\.(?:salesforce|site|force)\.(?:com|mil)(?:\/[\w-]+)*$/iu.test(audience) &&
  !/\.lightning\.force\.com|\/services\//iu.test(audience);

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  flows: ['jwt', 'token-exchange'],
  sources: ['jwt-bearer-flow', 'oauth-errors'],
  clues: [
    clue('audience', ['assertion', 'organization', 'refusals'], ({ assertion, organization, refusals }) => {
      if (assertion?.state !== 'decoded' || assertion.audience.length === 0) return undefined;
      const [wanted, other] = organization.isSandbox ? [sandbox, production] : [production, sandbox];
      const { audience } = assertion;
      const values = { audience: audience.join(', '), wanted };
      if (audience.includes(wanted)) return isDecided(refusals, id) ? undefined : rulesOut(values);
      if (audience.every((one) => one === other)) return proves(values);
      return audience.every((one) => !isLoginHost(one)) ? suggests(values) : undefined;
    }),
    // The CLI tries others beside it, and an integration on another machine has variables of its own: a hint.
    clue('audience-variable', ['environment', 'organization', 'refusals'], (facts) => {
      const { audience } = facts.environment;
      const wanted = facts.organization.isSandbox ? sandbox : production;
      if (audience === undefined || !isNamed(facts.refusals, id) || isFit(audience.url, wanted)) return undefined;
      return suggests({ ...audience, wanted });
    }),
  ],
  remedies: [
    {
      id: 'set-audience',
      who: 'integration-owner',
      effect: 'changes-client',
      setup: '/lightning/setup/OrgDomain/home',
    },
  ],
});
