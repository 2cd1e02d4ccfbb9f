import { cause } from '../clues/cause.ts';
import { isBlock, placesOf, rangeText } from '../clues/addresses.ts';
import { appFlows } from '../clues/flows.ts';
import { ownSuccesses } from '../clues/own-rows.ts';
import { isInBrowser } from '../clues/rows.ts';
import { dayMs, span } from '../clues/times.ts';
import { clue, proves } from '../model/index.ts';
import type { Facts } from '../model/index.ts';

/** So many that it is no longer one way out and its spare. */
const several = 3;

/** An address that was left longer ago was moved away from. */
const lately = 30 * dayMs;

/** Addresses from which it logged in lately, and those that were given, each once. */
const addressesOf = ({ now, ...seen }: Pick<Facts, 'integration' | 'loginRows' | 'now'>): readonly string[] => {
  const rows = ownSuccesses(seen).filter((row) => !isInBrowser(row) && span(row.at, now) <= lately);
  return [...new Set([...seen.integration.sourceIps, ...rows.flatMap(({ sourceIp }) => sourceIp ?? [])])];
};

/** Hygiene: nothing fails by it, until the next address lies outside. One that does already is for `ip-restricted`. */
export default cause({
  id: 'source-address-rotates',
  gate: 'ip',
  blocks: false,
  flows: appFlows,
  sources: ['security-and-the-api'],
  clues: [
    clue('addresses', ['integration', 'loginRows', 'loginIpRanges', 'ipRelaxation', 'now'], (facts) => {
      const { integration, loginIpRanges, ipRelaxation } = facts;
      if (loginIpRanges.length === 0 || ipRelaxation !== 'enforce') return undefined;
      const addresses = addressesOf(facts);
      if (addresses.length < several && !addresses.some(isBlock)) return undefined;
      return placesOf(integration.sourceIps, loginIpRanges).outside.length > 0
        ? undefined
        : proves({
            count: addresses.length,
            addresses: addresses.slice(0, several).join(', '),
            ranges: rangeText(loginIpRanges),
          });
    }),
  ],
  remedies: [
    { id: 'fix-address', who: 'integration-owner', effect: 'changes-client' },
    { id: 'relax-app', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/{appPolicies}/home' },
  ],
});
