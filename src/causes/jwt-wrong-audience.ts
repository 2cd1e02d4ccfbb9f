import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { clue, suggests } from '../model/index.ts';

const id = 'jwt-wrong-audience';

/** The generic host of the other kind of org, or a slash at the end. A My Domain or a site may be this org's. */
const isFit = (audience: string, wanted: string): boolean =>
  audience === wanted ||
  (!/^https:\/\/(?:login|test)\.salesforce\.com\/?$/iu.test(audience) && !audience.endsWith('/'));

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  flows: ['jwt', 'token-exchange'],
  sources: ['jwt-bearer-flow', 'oauth-errors'],
  clues: [
    // The CLI tries others beside it, and an integration on another machine has variables of its own: a hint.
    clue('audience-variable', ['environment', 'organization', 'refusals'], (facts) => {
      const { audience } = facts.environment;
      const wanted = facts.organization.isSandbox ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
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
