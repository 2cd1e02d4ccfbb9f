import { BlockList, isIP } from 'node:net';
import type { IpRange } from '../state/types.ts';

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const holds = (range: IpRange, address: string): boolean => {
  const list = new BlockList();
  list.addRange(range.start, range.end, family(range.start));
  return list.check(address, family(address));
};

export const isWithin = (address: string, ranges: readonly IpRange[]): boolean =>
  ranges.some((range) => holds(range, address));

/** No ranges: every address is allowed. */
export const allowedFrom = (address: string, ranges: readonly IpRange[]): boolean =>
  ranges.length === 0 || isWithin(address, ranges);
