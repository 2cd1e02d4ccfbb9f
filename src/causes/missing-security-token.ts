import { cause } from '../clues/cause.ts';
import { placesOf, rangeText } from '../clues/addresses.ts';
import { missingRanges } from '../clues/blocks.ts';
import { passwordFlows } from '../clues/flows.ts';
import { healthCheck } from '../clues/health-check.ts';
import { momentNeeds } from '../clues/moment.ts';
import { isNamed } from '../clues/named.ts';
import { wentWellFrom } from '../clues/own-rows.ts';
import { passwordChanged } from '../clues/password-changed.ts';
import { seenAddress } from '../clues/source-address.ts';
import { clue, notes, rulesOut, suggests } from '../model/index.ts';
import type { Facts } from '../model/index.ts';

const id = 'missing-security-token';

type TokenFacts = Pick<Facts, 'integration' | 'loginRows' | 'trustedIpRanges' | 'refusals'>;

/**
 * Addresses that are not trusted, and from which this login never went well. From there a token is asked for, and whether the
 * client sends it nobody can see; from one where it went well before, it does send it.
 */
const strange = (sources: readonly string[], seen: TokenFacts): string =>
  isNamed(seen.refusals, id)
    ? placesOf(sources, seen.trustedIpRanges)
        .outside.filter((source) => !wentWellFrom(source, seen))
        .join(', ')
    : '';

export default cause({
  id,
  gate: 'security-token',
  blocks: true,
  recorded: 'by-password',
  flows: passwordFlows,
  sources: ['security-and-the-api', 'after-password-change'],
  clues: [
    // From a trusted address no token is asked for.
    clue('trusted-address', ['integration', 'trustedIpRanges'], ({ integration: { sourceIps }, trustedIpRanges }) =>
      placesOf(sourceIps, trustedIpRanges).allInside ? rulesOut({ address: sourceIps.join(', ') }) : undefined,
    ),
    clue('untrusted-address', ['integration', 'loginRows', 'trustedIpRanges', 'refusals'], (facts) => {
      const address = strange(facts.integration.sourceIps, facts);
      return address === '' ? undefined : suggests({ address });
    }),
    clue('trusted-row', [...momentNeeds, 'trustedIpRanges'], (facts) => {
      const seen = seenAddress(facts);
      if (seen === undefined) return undefined;
      if (placesOf([seen], facts.trustedIpRanges).allInside) return rulesOut({ address: seen });
      return strange([seen], facts) === '' ? undefined : suggests({ address: seen });
    }),
    passwordChanged(id),
    // From a trusted address no token is asked for; whether the client sends it nobody can see.
    clue('token-asked-for', ['integration', 'trustedIpRanges'], ({ integration: { sourceIps }, trustedIpRanges }) => {
      const { outside, partly } = placesOf(sourceIps, trustedIpRanges);
      const lacking = missingRanges(sourceIps, trustedIpRanges) ?? [];
      return outside.length + partly.length === 0
        ? undefined
        : notes({ address: [...outside, ...partly].join(', '), toAdd: rangeText(lacking) });
    }),
    healthCheck('Network Access'),
  ],
  actions: ['deleteIpWhiteList', 'changedpassword', 'resetpassword'],
  remedies: [
    { id: 'append-token', who: 'integration-owner', effect: 'changes-credential' },
    { id: 'trust-address', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/NetworkAccess/home' },
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
  ],
});
