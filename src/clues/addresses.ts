import ipaddr from 'ipaddr.js';
import type { IpRange } from '../model/index.ts';

type Block = { readonly family: 'ipv4' | 'ipv6'; readonly first: bigint; readonly last: bigint };

const numberOf = (address: ipaddr.IPv4 | ipaddr.IPv6): bigint =>
  address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const parse = (text: string): Block | undefined => {
  const trimmed = text.trim();
  if (!ipaddr.IPv4.isValidFourPartDecimal(trimmed) && !ipaddr.IPv6.isValid(trimmed)) return undefined;
  const address = ipaddr.process(trimmed);
  const value = numberOf(address);
  return { family: address.kind(), first: value, last: value };
};

const parseCidr = (text: string): Block | undefined => {
  const [address = '', bits = ''] = text.trim().split('/');
  const block = parse(address);
  const width = block?.family === 'ipv4' ? 32 : 128;
  const length = Number(bits);
  if (block === undefined || !/^\d{1,3}$/u.test(bits) || length > width) return undefined;
  const size = 1n << BigInt(width - length);
  const first = (block.first / size) * size;
  return { family: block.family, first, last: first + size - 1n };
};

const parseRange = ({ start, end }: IpRange): Block | undefined => {
  const [from, to] = [parse(start), parse(end)];
  return from === undefined || to?.family !== from.family ? undefined : { ...from, last: to.last };
};

/** Ranges that touch or overlap, made one, so that an address block may lie across them. */
const joined = (blocks: readonly Block[]): readonly Block[] => {
  const out: Block[] = [];
  for (const block of blocks.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = out.findLast(({ family }) => family === block.family);
    if (before !== undefined && block.first <= before.last + 1n) {
      out[out.indexOf(before)] = { ...before, last: block.last > before.last ? block.last : before.last };
    } else out.push(block);
  }
  return out;
};

export type Place = 'inside' | 'outside' | 'partly';

/** Where an address or CIDR block lies; undefined where it, or one of the ranges, cannot be read as an address. */
export const placeOf = (source: string, ranges: readonly IpRange[]): Place | undefined => {
  const block = source.includes('/') ? parseCidr(source) : parse(source);
  const blocks = ranges.map(parseRange);
  if (block === undefined || blocks.includes(undefined)) return undefined;
  const same = joined(blocks.filter((one) => one !== undefined)).filter(({ family }) => family === block.family);
  if (same.some(({ first, last }) => first <= block.first && block.last <= last)) return 'inside';
  return same.some(({ first, last }) => first <= block.last && block.first <= last) ? 'partly' : 'outside';
};

export type Places = {
  readonly outside: readonly string[];
  readonly partly: readonly string[];
  readonly allInside: boolean;
};

/** Where some addresses lie. Those that cannot be read are neither inside nor outside. */
export const placesOf = (sources: readonly string[], ranges: readonly IpRange[]): Places => {
  const at = (place: Place): readonly string[] => sources.filter((source) => placeOf(source, ranges) === place);
  return {
    outside: at('outside'),
    partly: at('partly'),
    allInside: sources.length > 0 && at('inside').length === sources.length,
  };
};

/** Whether it was given as a block of several addresses (CIDR). */
export const isBlock = (source: string): boolean => source.includes('/') && !/\/(?:32|128)$/u.test(source);

/** So many ranges stand in a sentence; the data has them all. */
const most = 6;

export const rangeText = (ranges: readonly IpRange[]): string => {
  const shown = ranges.slice(0, most).map(({ start, end }) => (start === end ? start : `${start} - ${end}`));
  return ranges.length > most ? `${shown.join(', ')} ... (${ranges.length})` : shown.join(', ');
};
