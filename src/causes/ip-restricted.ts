import { cause } from '../clues/cause.ts';
import { placesOf, rangeText } from '../clues/addresses.ts';
import { momentNeeds } from '../clues/moment.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { rowAddress } from '../clues/source-address.ts';
import { castsDoubt, clue, clueOfDoubt, proves, rulesOut, suggests } from '../model/index.ts';
import type { Flow, IpRange, IpRelaxation, Refusal, Sign } from '../model/index.ts';

const id = 'ip-restricted';

/** An app's own allowlist for refresh tokens is checked in these flows, and cannot be read from the org. */
const mayHaveAllowlist = (flow: Flow | undefined): boolean =>
  flow === undefined || flow === 'web' || flow === 'refresh-token';

/** With no range in the way, only an allowlist that we cannot read could refuse the address. */
const unlessAllowlist = (flow: Flow | undefined, refusals: readonly Refusal[], sign: Sign): Sign | undefined =>
  mayHaveAllowlist(flow) && isNamed(refusals, id) ? undefined : sign;

/** Whether the app holds its users to the ranges; undefined where that depends on what cannot be read. */
const isEnforced = (relaxation: IpRelaxation, flow: Flow | undefined): boolean | undefined => {
  if (relaxation === 'enforce') return true;
  if (relaxation === 'bypass') return false;
  if (relaxation === 'bypass-2factor' || flow === undefined) return undefined;
  return flow !== 'refresh-token';
};

const held = (
  sources: readonly string[],
  ranges: readonly IpRange[],
  enforced: boolean | undefined,
): Sign | undefined => {
  const { outside } = placesOf(sources, ranges);
  const mixed = outside.length < sources.length;
  if (ranges.length === 0 || outside.length === 0 || enforced === undefined) return undefined;
  const values = { address: outside.join(', '), ranges: rangeText(ranges) };
  // From which of several addresses the login came is not known.
  if (mixed) return enforced ? suggests(values) : undefined;
  return enforced ? proves(values) : rulesOut(values);
};

export default cause({
  id,
  gate: 'ip',
  blocks: true,
  sources: ['oauth-errors', 'refresh-token-allowlist', 'security-and-the-api'],
  clues: [
    clue('no-ranges', ['integration', 'loginIpRanges', 'refusals'], ({ integration, loginIpRanges, refusals }) =>
      loginIpRanges.length === 0 ? unlessAllowlist(integration.flow, refusals, rulesOut()) : undefined,
    ),
    clue('address', ['integration', 'loginIpRanges', 'refusals'], ({ integration, loginIpRanges, refusals }) => {
      if (loginIpRanges.length === 0) return undefined;
      const { outside, partly, allInside } = placesOf(integration.sourceIps, loginIpRanges);
      const ranges = rangeText(loginIpRanges);
      if (allInside) {
        const address = integration.sourceIps.join(', ');
        return unlessAllowlist(integration.flow, refusals, rulesOut({ address, ranges }));
      }
      if (outside.length + partly.length === 0) return undefined;
      const values = { address: [...outside, ...partly].join(', '), ranges };
      // SOAP login() knows no app that could relax the ranges.
      const allOutside = outside.length === integration.sourceIps.length;
      return integration.flow === 'soap-login' && allOutside ? proves(values) : suggests(values);
    }),
    clue(
      'enforced',
      ['integration', 'loginIpRanges', 'ipRelaxation'],
      ({ integration, loginIpRanges, ipRelaxation }) =>
        integration.flow === 'soap-login'
          ? undefined
          : held(integration.sourceIps, loginIpRanges, isEnforced(ipRelaxation, integration.flow)),
    ),
    clue('enforced-row', [...momentNeeds, 'loginIpRanges', 'ipRelaxation'], (facts) => {
      const seen = rowAddress(facts);
      const { flow } = facts.integration;
      const enforced = flow === 'soap-login' ? true : isEnforced(facts.ipRelaxation, flow);
      return seen === undefined ? undefined : held([seen], facts.loginIpRanges, enforced);
    }),
    // The address of the row is that of the login that failed, whatever addresses were given.
    clueOfDoubt('row-inside', [...momentNeeds, 'loginIpRanges'], (facts) => {
      const { loginIpRanges, refusals } = facts;
      const address = rowAddress(facts);
      if (address === undefined || isDecided(refusals, id)) return undefined;
      return placesOf([address], loginIpRanges).allInside
        ? castsDoubt({ address, ranges: rangeText(loginIpRanges) })
        : undefined;
    }),
  ],
  actions: ['loginIpRange', 'deletedLoginIpRange_withProfile', 'changeIpRelaxationPolicy'],
  undoneBy: ['deletedLoginIpRange_withProfile', 'loginIpRange', 'changeIpRelaxationPolicy'],
  remedies: [
    {
      id: 'add-range',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/EnhancedProfiles/page?address=%2F{profileId}',
    },
    { id: 'relax-app', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/{appPolicies}/home' },
    { id: 'leave-by-known-address', who: 'integration-owner', effect: 'changes-client' },
  ],
});
