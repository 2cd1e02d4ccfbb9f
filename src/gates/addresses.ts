import { placeOf } from '../clues/addresses.ts';
import { valueOf } from '../model/index.ts';
import type { CheckedAddresses, Evidence, IpRange } from '../model/index.ts';
import { defined } from './defined.ts';
import type { MissingRanges } from './walk-gate.ts';

/** Where each address given lies. Undefined where none was given. */
export const checkedAddresses = (
  evidence: Evidence,
  missing: readonly MissingRanges[],
): CheckedAddresses | undefined => {
  const sources = valueOf(evidence.integration)?.sourceIps ?? [];
  if (sources.length === 0) return undefined;
  const [profile, trusted] = [valueOf(evidence.loginIpRanges) ?? [], valueOf(evidence.trustedIpRanges) ?? []];
  const place = (source: string, ranges: readonly IpRange[]) =>
    ranges.length === 0 ? undefined : placeOf(source, ranges);
  const rangesFor = (list: string): readonly IpRange[] | undefined =>
    missing.find(({ check }) => check === list)?.ranges;
  return {
    sources: sources.map((source) => {
      const [atProfile, atTrusted] = [place(source, profile), place(source, trusted)];
      return {
        source,
        ...(atProfile === undefined ? {} : { profile: atProfile }),
        ...(atTrusted === undefined ? {} : { trusted: atTrusted }),
      };
    }),
    toAdd: rangesFor('profile') ?? [],
    ...defined({ toAddTrusted: rangesFor('trusted'), toAddTokenList: rangesFor('token-list') }),
  };
};
