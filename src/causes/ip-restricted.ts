import { anotherProfile } from '../clues/another-profile.ts';
import { cause } from '../clues/cause.ts';
import { ownSuccesses } from '../clues/own-rows.ts';
import { isInBrowser } from '../clues/rows.ts';
import { dayMs, span } from '../clues/times.ts';
import { placesOf, rangeText } from '../clues/addresses.ts';
import { missingRanges, rangesForTokenList } from '../clues/blocks.ts';
import { momentNeeds } from '../clues/moment.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { rowAddress } from '../clues/source-address.ts';
import {
  castsDoubt,
  clue,
  clueOfDoubt,
  clueWith,
  inFlows,
  proves,
  rulesOut,
  suggests,
  tells,
  untold,
  withParts,
} from '../model/index.ts';
import type { Facts, Flow, IpRange, IpRelaxation, Refusal, Sign } from '../model/index.ts';

const id = 'ip-restricted';

/** An app's own allowlist for refresh tokens is checked in these flows. */
const mayHaveAllowlist = (flow: Flow | undefined): boolean =>
  flow === undefined || flow === 'web' || flow === 'refresh-token';

type Listed = Pick<Facts, 'integration' | 'refusals'> & Partial<Pick<Facts, 'tokenIpRanges'>>;

/** With no range in the way, only the app's own allowlist could refuse the address: one that is there, or that was not read. */
const unlessAllowlist = ({ integration: { flow }, refusals, tokenIpRanges }: Listed, sign: Sign): Sign | undefined => {
  const mayRefuse = tokenIpRanges === undefined ? isNamed(refusals, id) : tokenIpRanges.length > 0;
  return mayHaveAllowlist(flow) && mayRefuse ? undefined : sign;
};

/**
 * Whether the app holds its users to the ranges; undefined where that depends on what cannot be read. Salesforce's page says that JWT bearer
 * logins are held to them whatever the app's policy.
 */
const isEnforced = (relaxation: IpRelaxation, flow: Flow | undefined): boolean | undefined => {
  if (relaxation === 'enforce') return true;
  if (relaxation === 'bypass') return flow === 'jwt' ? undefined : false;
  if (relaxation === 'bypass-2factor' || flow === undefined) return undefined;
  return flow !== 'refresh-token';
};

const isOutside = (address: string | undefined, ranges: readonly IpRange[]): boolean =>
  address !== undefined && placesOf([address], ranges).outside.length > 0;

/** Where nobody spoke of a failure, each address counts: a login from there will be refused. */
const whichOf = (refusals: readonly Refusal[]): Held['which'] => (refusals.length === 0 ? 'all' : 'one');

type Held = {
  readonly sources: readonly string[];
  readonly enforced: boolean | undefined;
  readonly which: 'all' | 'one';
};

/** `which`: every address that was given will be used, or the login that failed came from one of them, and nobody knows which. */
const held = ({ sources, enforced, which }: Held, ranges: readonly IpRange[]): Sign | undefined => {
  const { outside, partly } = placesOf(sources, ranges);
  const shut = which === 'all' ? [...outside, ...partly] : outside;
  if (ranges.length === 0 || shut.length === 0 || enforced === undefined) return undefined;
  const toAdd = rangeText(missingRanges(shut, ranges) ?? []);
  const values = { address: shut.join(', '), ranges: rangeText(ranges), toAdd };
  if (which === 'one' && outside.length < sources.length) return enforced ? suggests(values) : undefined;
  return enforced ? proves(values) : rulesOut(values);
};

/** So long an address is taken to be in use. */
const lately = 30 * dayMs;

const addressThatWentWell = ({ now, ...seen }: Pick<Facts, 'integration' | 'loginRows' | 'now'>): string | undefined =>
  ownSuccesses(seen).find((row) => !isInBrowser(row) && span(row.at, now) <= lately)?.sourceIp;

export default cause({
  id,
  gate: 'ip',
  blocks: true,
  recorded: 'by-password',
  sources: ['oauth-errors', 'refresh-token-allowlist', 'security-and-the-api', 'continuous-ip'],
  clues: [
    clueWith('no-ranges', { needs: ['integration', 'loginIpRanges', 'refusals'], also: ['tokenIpRanges'] }, (facts) =>
      facts.loginIpRanges.length === 0 ? unlessAllowlist(facts, rulesOut()) : undefined,
    ),
    clueWith('address', { needs: ['integration', 'loginIpRanges', 'refusals'], also: ['tokenIpRanges'] }, (facts) => {
      const { integration, loginIpRanges } = facts;
      if (loginIpRanges.length === 0) return undefined;
      const { outside, partly, allInside } = placesOf(integration.sourceIps, loginIpRanges);
      const ranges = rangeText(loginIpRanges);
      if (allInside) {
        const address = integration.sourceIps.join(', ');
        return unlessAllowlist(facts, rulesOut({ address, ranges }));
      }
      if (outside.length + partly.length === 0)
        return integration.sourceIps.length === 0 ? undefined : untold({ ranges });
      const values = { address: [...outside, ...partly].join(', '), ranges };
      // SOAP login() knows no app that could relax the ranges.
      const allOutside = outside.length === integration.sourceIps.length;
      return integration.flow === 'soap-login' && allOutside ? proves(values) : suggests(values);
    }),
    clueWith(
      'enforced',
      { needs: ['integration', 'loginIpRanges', 'ipRelaxation', 'refusals'], also: ['tokenIpRanges'] },
      (facts) => {
        const { integration, loginIpRanges, ipRelaxation, refusals } = facts;
        if (integration.flow === 'soap-login') return undefined;
        const enforced = isEnforced(ipRelaxation, integration.flow);
        const sign = held({ sources: integration.sourceIps, enforced, which: whichOf(refusals) }, loginIpRanges);
        return sign?.kind === 'rules-out' ? unlessAllowlist(facts, sign) : sign;
      },
    ),
    clueWith(
      'enforced-row',
      { needs: [...momentNeeds, 'loginIpRanges', 'ipRelaxation'], also: ['tokenIpRanges'] },
      (facts) => {
        const seen = rowAddress(facts);
        if (seen === undefined) return undefined;
        const { flow } = facts.integration;
        if (flow === 'soap-login') return undefined;
        const enforced = isEnforced(facts.ipRelaxation, flow);
        const sign = held({ sources: [seen], enforced, which: 'one' }, facts.loginIpRanges);
        return sign?.kind === 'rules-out' ? unlessAllowlist(facts, sign) : sign;
      },
    ),
    // login() knows no app that could relax them.
    inFlows(
      ['soap-login'],
      clue('row', [...momentNeeds, 'loginIpRanges'], (facts) => {
        const seen = rowAddress(facts);
        return seen === undefined
          ? undefined
          : held({ sources: [seen], enforced: true, which: 'one' }, facts.loginIpRanges);
      }),
    ),
    // A token that was got inside the ranges is refused outside of them.
    clueWith(
      'every-request',
      { needs: ['integration', 'loginIpRanges', 'refusals'], also: ['sessionSettings'] },
      ({ integration, loginIpRanges, refusals, sessionSettings }) => {
        if (sessionSettings?.rangesOnEveryRequest !== true || !isNamed(refusals, id)) return undefined;
        const { outside } = placesOf(integration.sourceIps, loginIpRanges);
        return loginIpRanges.length === 0 || outside.length === 0
          ? undefined
          : suggests({ address: outside.join(', '), ranges: rangeText(loginIpRanges) });
      },
    ),
    // That one passed says more than any page.
    inFlows(
      ['jwt'],
      clue(
        'passed-outside',
        ['integration', 'loginIpRanges', 'ipRelaxation', 'loginRows', 'refusals', 'now'],
        (facts) => {
          const { loginIpRanges, ipRelaxation, refusals, now } = facts;
          if (ipRelaxation !== 'bypass' || isDecided(refusals, id)) return undefined;
          const passed = ownSuccesses(facts).find(
            ({ at, sourceIp }) => span(at, now) <= lately && isOutside(sourceIp, loginIpRanges),
          );
          return passed === undefined ? undefined : rulesOut({ address: passed.sourceIp ?? '-', at: passed.at });
        },
      ),
    ),
    // The address of the row is that of the login that failed, whatever addresses were given.
    clueOfDoubt('row-inside', [...momentNeeds, 'loginIpRanges'], (facts) => {
      const { loginIpRanges, refusals } = facts;
      const address = rowAddress(facts);
      if (address === undefined || isDecided(refusals, id)) return undefined;
      return placesOf([address], loginIpRanges).allInside
        ? castsDoubt({ address, ranges: rangeText(loginIpRanges) })
        : undefined;
    }),
    clueWith(
      'no-address',
      { needs: [...momentNeeds, 'loginIpRanges'], also: ['ipRelaxation', 'tokenIpRanges'] },
      (facts) => {
        const { integration, loginIpRanges, ipRelaxation } = facts;
        if (loginIpRanges.length === 0 || integration.sourceIps.length > 0 || rowAddress(facts) !== undefined)
          return undefined;
        const isRelaxed = ipRelaxation !== undefined && isEnforced(ipRelaxation, integration.flow) === false;
        if (isRelaxed && integration.flow !== 'soap-login')
          return unlessAllowlist(facts, rulesOut({ ranges: rangeText(loginIpRanges) }));
        // Where nobody said an address, the one that went well lately is the likeliest.
        const address = addressThatWentWell(facts);
        if (address === undefined || !placesOf([address], loginIpRanges).allInside)
          return untold({ ranges: rangeText(loginIpRanges) }, '--source-ip');
        return isNamed(facts.refusals, id) ? undefined : rulesOut({ ranges: rangeText(loginIpRanges) });
      },
    ),
    inFlows(
      ['refresh-token', 'web'],
      clue('token-list-no-address', ['integration', 'tokenIpRanges'], ({ integration, tokenIpRanges }) =>
        tokenIpRanges.length > 0 && integration.sourceIps.length === 0
          ? untold({ ranges: rangeText(tokenIpRanges) }, '--source-ip')
          : undefined,
      ),
    ),
    // The app's own list for refresh tokens: web login and refresh are held to it.
    inFlows(
      ['refresh-token', 'web'],
      clue('token-list', ['integration', 'tokenIpRanges', 'refusals'], (facts) => {
        const { tokenIpRanges, refusals } = facts;
        const { sourceIps } = facts.integration;
        if (tokenIpRanges.length === 0) return undefined;
        const ranges = rangeText(tokenIpRanges);
        if (sourceIps.length === 0) return undefined;
        const { outside, partly, allInside } = placesOf(sourceIps, tokenIpRanges);
        if (allInside) return tells({ ranges, address: sourceIps.join(', ') });
        const shut = [...outside, ...partly];
        if (shut.length === 0) return untold({ ranges });
        const toAdd = rangesForTokenList(shut, tokenIpRanges);
        const advice = toAdd === undefined ? 'token-list-too-small' : 'token-list-takes';
        const parts = { advice: [{ say: advice, values: { toAdd: rangeText(toAdd ?? []) } }] };
        const values = { ranges, address: shut.join(', ') };
        const isShutOut = outside.length === sourceIps.length || whichOf(refusals) === 'all';
        return withParts(parts, isShutOut ? proves(values) : suggests(values));
      }),
    ),
  ],
  actions: ['loginIpRange', 'deletedLoginIpRange_withProfile', 'changeIpRelaxationPolicy', ...anotherProfile],
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
