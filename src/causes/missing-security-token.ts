import { placesOf } from '../clues/addresses.ts';
import { onlyIn, passwordFlows } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { passwordChanged } from '../clues/password-changed.ts';
import { seenAddress } from '../clues/source-address.ts';
import { cause, clue, rulesOut, suggests } from '../model/index.ts';
import type { IpRange, Refusal, Sign } from '../model/index.ts';

/** From a trusted address no token is asked for. From another one it is, and whether the client sends it nobody can see. */
const read = (
  sources: readonly string[],
  trusted: readonly IpRange[],
  refusals: readonly Refusal[],
): Sign | undefined => {
  const { outside, allInside } = placesOf(sources, trusted);
  if (allInside) return rulesOut({ address: sources.join(', ') });
  return outside.length > 0 && isNamed(refusals, 'missing-security-token')
    ? suggests({ address: outside.join(', ') })
    : undefined;
};

export default cause({
  id: 'missing-security-token',
  gate: 'token',
  blocks: true,
  explains: [],
  clues: [
    said('missing-security-token'),
    inHistory('missing-security-token'),
    onlyIn('missing-security-token', ...passwordFlows),
    clue('trusted-address', ['integration', 'trustedIpRanges', 'refusals'], (facts) =>
      read(facts.integration.sourceIps, facts.trustedIpRanges, facts.refusals),
    ),
    clue('trusted-row', ['integration', 'loginRows', 'failedAt', 'trustedIpRanges', 'refusals'], (facts) => {
      const seen = seenAddress(facts);
      return seen === undefined ? undefined : read([seen], facts.trustedIpRanges, facts.refusals);
    }),
    passwordChanged('missing-security-token'),
  ],
  actions: ['deleteIpWhiteList', 'changedpassword', 'resetpassword'],
  remedies: [
    { id: 'append-token', who: 'integration-owner', effect: 'changes-credential' },
    { id: 'trust-address', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/NetworkAccess/home' },
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
  ],
});
