import { cause } from '../clues/cause.ts';
import { aheadAt, inForceSince } from '../clues/ahead.ts';
import { enforcedBy } from '../clues/enforced.ts';
import { isNamed } from '../clues/named.ts';
import { newestSoapSuccess, ownSuccesses } from '../clues/own-rows.ts';
import { dayMs, span } from '../clues/times.ts';
import { clue, rulesOut, suggests, tells, untold } from '../model/index.ts';

const id = 'soap-login-disabled';
const needsAnyApiAuth = 'soap-login-needs-any-api-auth';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  flows: ['soap-login'],
  sources: ['soap-login-retirement', 'any-api-auth', 'soap-login'],
  clues: [
    clue('any-api-auth', ['anyApiAuth', 'integration', 'loginRows', 'refusals', 'now'], (facts) => {
      const { anyApiAuth, refusals, now } = facts;
      const [road] = anyApiAuth;
      if (road !== undefined) return isNamed(refusals, id) ? undefined : rulesOut({ via: road.name });
      const since = inForceSince(needsAnyApiAuth, now);
      if (since === undefined) return aheadAt(needsAnyApiAuth, now);
      // When Salesforce began to enforce it in this org, only the org knows: a login that went well since says not yet.
      const worked = ownSuccesses(facts)[0];
      if (worked !== undefined && span(since, worked.at) > 0) return undefined;
      // How the refusal for it is worded was never seen.
      return refusals.length === 0 || isNamed(refusals, id)
        ? enforcedBy(needsAnyApiAuth, suggests({ since }, since))
        : undefined;
    }),
    // No object has the switch: that login() went well lately is all that shows it.
    clue('switch', ['loginRows', 'integration', 'refusals', 'now'], (facts) => {
      if (isNamed(facts.refusals, id)) return undefined;
      const worked = newestSoapSuccess(facts);
      return worked === undefined || span(worked.at, facts.now) > dayMs ? untold() : tells({ at: worked.at });
    }),
    clue('retirement', ['now'], ({ now }) => aheadAt('soap-login-retires', now)),
  ],
  remedies: [
    { id: 'use-oauth', who: 'developer', effect: 'changes-client' },
    {
      id: 'enable-soap-login',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/UserInterfaceUI/home',
    },
  ],
});
