import { placeOf } from '../clues/addresses.ts';
import { valueOf } from '../model/index.ts';
import type { CheckedAddresses, Evidence, IpRange } from '../model/index.ts';

/** Where each address given lies. Undefined where none was given. */
export const checkedAddresses = (evidence: Evidence, toAdd: readonly IpRange[]): CheckedAddresses | undefined => {
  const sources = valueOf(evidence.integration)?.sourceIps ?? [];
  if (sources.length === 0) return undefined;
  const [profile, trusted] = [valueOf(evidence.loginIpRanges) ?? [], valueOf(evidence.trustedIpRanges) ?? []];
  const place = (source: string, ranges: readonly IpRange[]) =>
    ranges.length === 0 ? undefined : placeOf(source, ranges);
  return {
    sources: sources.map((source) => {
      const [atProfile, atTrusted] = [place(source, profile), place(source, trusted)];
      return {
        source,
        ...(atProfile === undefined ? {} : { profile: atProfile }),
        ...(atTrusted === undefined ? {} : { trusted: atTrusted }),
      };
    }),
    toAdd,
  };
};
