import { placesOf, rangeText } from '../../clues/addresses.ts';
import type { Facts, Flow, IpRange, IpRelaxation } from '../../model/index.ts';
import { check, closed, notSeen, open, unseen, type Reading } from '../check.ts';
import type { GateRule } from '../gate.ts';
import { cutInto, missingRanges } from '../ip/blocks.ts';
import { isRunAs, runAsName } from '../subject.ts';

const cause = 'ip-restricted';

/** So many addresses or ranges stand in a sentence; the data has them all. */
const most = 6;

const some = (items: readonly string[]): string =>
  items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')} ... (${items.length})`;

const someRanges = (ranges: readonly IpRange[]): string => some(ranges.map((range) => rangeText([range])));

/** Whether the app holds its users to the ranges; undefined where that depends on what cannot be read. */
const isEnforced = (relaxation: IpRelaxation, flow: Flow | undefined): boolean | undefined => {
  if (relaxation === 'enforce') return true;
  if (relaxation === 'bypass') return false;
  if (relaxation === 'bypass-2factor' || flow === undefined) return undefined;
  return flow !== 'refresh-token';
};

type Seen = Pick<Facts, 'integration'> & Partial<Pick<Facts, 'ipRelaxation' | 'loginIpRanges'>>;

/** SOAP login() knows no app that could relax the ranges. */
const enforcement = (facts: Seen): boolean | undefined | 'not-known' => {
  const { integration } = facts;
  if (integration.flow === 'soap-login') return true;
  const { ipRelaxation } = facts;
  return ipRelaxation === undefined ? 'not-known' : isEnforced(ipRelaxation, integration.flow);
};

const whyNot = ({ integration, ipRelaxation }: Seen, values: Readonly<Record<string, string>>): Reading =>
  ipRelaxation === 'enforce-relax-refresh' && integration.flow === undefined
    ? notSeen('flow', values, { cure: '--flow' })
    : notSeen('second-factor', values);

const noAddress = (facts: Seen, ranges: readonly IpRange[]): Reading =>
  enforcement(facts) === false
    ? open('relaxed', { ranges: someRanges(ranges) })
    : notSeen('no-address', { ranges: someRanges(ranges) }, { cure: '--source-ip' });

const judged = (facts: Seen, ranges: readonly IpRange[]): Reading => {
  const sources = facts.integration.sourceIps;
  const { outside, partly, allInside } = placesOf(sources, ranges);
  const toAdd = missingRanges(sources, ranges);
  if (allInside) return open('inside', { addresses: some(sources), ranges: someRanges(ranges) });
  if (toAdd === undefined) return notSeen('unreadable');
  const values = { addresses: some([...outside, ...partly]), ranges: someRanges(ranges), toAdd: someRanges(toAdd) };
  const enforced = enforcement(facts);
  if (enforced === 'not-known') return { ...unseen('ipRelaxation'), toAdd };
  if (enforced === true) return closed(cause, 'outside', values, { toAdd });
  return enforced === false ? open('relaxed-outside', values) : { ...whyNot(facts, values), toAdd };
};

const profile = check('profile', { also: ['loginIpRanges', 'ipRelaxation', 'app'] }, (facts) => {
  const { integration } = facts;
  if (isRunAs(facts))
    return notSeen('run-as', { username: runAsName(integration, facts.app) ?? '' }, { cure: '--username' });
  const { loginIpRanges } = facts;
  if (loginIpRanges === undefined) return unseen('loginIpRanges');
  if (loginIpRanges.length === 0) return open('no-ranges');
  return integration.sourceIps.length === 0 ? noAddress(facts, loginIpRanges) : judged(facts, loginIpRanges);
});

/** From a trusted address no security token is asked for; whether the client sends it nobody can see. */
const trusted = check(
  'trusted',
  { needs: ['trustedIpRanges'], flows: ['password', 'soap-login'] },
  ({ integration: { sourceIps }, trustedIpRanges }) => {
    if (sourceIps.length === 0) return undefined;
    const { outside, partly, allInside } = placesOf(sourceIps, trustedIpRanges);
    if (allInside) return open('trusted', { addresses: some(sourceIps) });
    const toAdd = missingRanges(sourceIps, trustedIpRanges) ?? [];
    const values = { addresses: some([...outside, ...partly]), toAdd: someRanges(toAdd) };
    return open('untrusted', values, { note: true, toAdd });
  },
);

/** What such a list holds at most. Source: help, IP allow-list for refresh tokens. */
const listHolds = { ranges: 128, addresses: 256n };

/** The ranges that the list would have to take, each as wide as it may be; none where they are too many for it. */
const forTokenList = (missing: readonly IpRange[], held: number): readonly IpRange[] =>
  cutInto(missing, listHolds.addresses, Math.max(0, listHolds.ranges - held)) ?? [];

/** The app's own list for refresh tokens: web login and refresh are checked against it. */
const tokenList = check(
  'token-list',
  { also: ['tokenIpRanges'], flows: ['refresh-token', 'web'] },
  ({ integration: { sourceIps }, tokenIpRanges }) => {
    if (tokenIpRanges === undefined || tokenIpRanges.length === 0) return undefined;
    const ranges = someRanges(tokenIpRanges);
    if (sourceIps.length === 0) return notSeen('no-address', { ranges }, { cure: '--source-ip' });
    const { outside, partly, allInside } = placesOf(sourceIps, tokenIpRanges);
    if (allInside) return open('inside', { ranges });
    const missing = missingRanges(sourceIps, tokenIpRanges);
    if (missing === undefined) return notSeen('unreadable');
    const toAdd = forTokenList(missing, tokenIpRanges.length);
    const values = { addresses: some([...outside, ...partly]), ranges, toAdd: someRanges(toAdd) };
    return toAdd.length === 0 ? closed(cause, 'outside-too-wide', values) : closed(cause, 'outside', values, { toAdd });
  },
);

/** May the login come from there? */
export const ip: GateRule = { id: 'ip', checks: [profile, trusted, tokenList] };
