import { placeOf } from '../clues/addresses.ts';
import { missingRanges, rangesForTokenList } from '../clues/blocks.ts';
import { passwordFlows } from '../clues/flows.ts';
import { valueOf, defined } from '../model/index.ts';
import type { CheckedAddresses, Evidence, IpRange } from '../model/index.ts';

/** What of the addresses no range holds; undefined where there is nothing to add. */
const toAdd = (sources: readonly string[], ranges: readonly IpRange[]): readonly IpRange[] | undefined => {
  const missing = missingRanges(sources, ranges) ?? [];
  return missing.length === 0 ? undefined : missing;
};

/** Where each address given lies, and what each list of ranges would have to take. Undefined where none was given. */
export const checkedAddresses = (evidence: Evidence): CheckedAddresses | undefined => {
  const { sourceIps: sources = [], flow } = valueOf(evidence.integration) ?? {};
  if (sources.length === 0) return undefined;
  const profile = valueOf(evidence.loginIpRanges) ?? [];
  const trusted = valueOf(evidence.trustedIpRanges);
  const tokenList = valueOf(evidence.tokenIpRanges) ?? [];
  const place = (source: string, ranges: readonly IpRange[]) =>
    ranges.length === 0 ? undefined : placeOf(source, ranges);
  const asksForToken = flow !== undefined && passwordFlows.includes(flow);
  const usesTokenList = flow === 'refresh-token' || flow === 'web';
  return {
    sources: sources.map((source) => ({
      source,
      ...defined({ profile: place(source, profile), trusted: place(source, trusted ?? []) }),
    })),
    toAdd: profile.length === 0 ? [] : (toAdd(sources, profile) ?? []),
    ...defined({
      toAddTrusted: asksForToken && trusted !== undefined ? toAdd(sources, trusted) : undefined,
      toAddTokenList: usesTokenList && tokenList.length > 0 ? rangesForTokenList(sources, tokenList) : undefined,
    }),
  };
};
