import ipaddr from 'ipaddr.js';
import type { IpRange } from '../model/index.ts';

/** Addresses from the first to the last. */
export type Block = { readonly family: 'ipv4' | 'ipv6'; readonly first: bigint; readonly last: bigint };

const numberOf = (address: ipaddr.IPv4 | ipaddr.IPv6): bigint =>
  address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const one = (text: string): Block | undefined => {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.process(text);
  const value = numberOf(address);
  return { family: address.kind(), first: value, last: value };
};

const cidr = (text: string): Block | undefined => {
  try {
    const [address, bits] = ipaddr.parseCIDR(text);
    const family = address.kind();
    const size = 1n << BigInt((family === 'ipv4' ? 32 : 128) - bits);
    const first = (numberOf(address) / size) * size;
    return { family, first, last: first + size - 1n };
  } catch {
    return undefined;
  }
};

/** An address or a CIDR block; undefined where the text is neither. */
export const blockOf = (source: string): Block | undefined =>
  source.includes('/') ? cidr(source) : one(source.trim());

export const blockOfRange = ({ start, end }: IpRange): Block | undefined => {
  const [from, to] = [one(start.trim()), one(end.trim())];
  return from === undefined || to?.family !== from.family ? undefined : { ...from, last: to.last };
};

const addressOf = (value: bigint, family: Block['family']): string => {
  const length = family === 'ipv4' ? 4 : 16;
  const bytes = Array.from({ length }, (_none, index) => Number((value >> BigInt((length - 1 - index) * 8)) & 0xffn));
  return ipaddr.fromByteArray(bytes).toString();
};

export const rangeOf = ({ family, first, last }: Block): IpRange => ({
  start: addressOf(first, family),
  end: addressOf(last, family),
});

const isBefore = (a: Block, b: Block): number =>
  a.family === b.family ? (a.first < b.first ? -1 : 1) : a.family < b.family ? -1 : 1;

/** Blocks that touch or overlap made one; IPv4 first, in order. */
export const merged = (blocks: readonly Block[]): readonly Block[] => {
  const out: Block[] = [];
  for (const block of blocks.toSorted(isBefore)) {
    const before = out.at(-1);
    if (before?.family === block.family && block.first <= before.last + 1n) {
      out[out.length - 1] = { ...before, last: block.last > before.last ? block.last : before.last };
    } else out.push(block);
  }
  return out;
};

/** What of the blocks no range holds, merged. */
export const without = (blocks: readonly Block[], ranges: readonly Block[]): readonly Block[] => {
  const held = merged(ranges);
  return merged(
    merged(blocks).flatMap((block) => {
      const rest: Block[] = [];
      let from = block.first;
      for (const { family, first, last } of held) {
        if (family !== block.family || last < from || first > block.last) continue;
        if (first > from) rest.push({ ...block, first: from, last: first - 1n });
        from = last + 1n;
      }
      return from > block.last ? rest : [...rest, { ...block, first: from }];
    }),
  );
};

const known = (blocks: ReadonlyArray<Block | undefined>): readonly Block[] =>
  blocks.filter((block) => block !== undefined);

/** Ranges to add so that every source lies inside, merged. Undefined where an address or a range cannot be read. */
export const missingRanges = (
  sources: readonly string[],
  ranges: readonly IpRange[],
): readonly IpRange[] | undefined => {
  const [asked, held] = [sources.map(blockOf), ranges.map(blockOfRange)];
  if (asked.includes(undefined) || held.includes(undefined)) return undefined;
  return without(known(asked), known(held)).map(rangeOf);
};

/** The same addresses in ranges of so many at most; undefined where that would be more than `most` ranges, or one cannot be read. */
export const cutInto = (ranges: readonly IpRange[], size: bigint, most: number): readonly IpRange[] | undefined => {
  const out: Block[] = [];
  for (const range of ranges) {
    const block = blockOfRange(range);
    if (block === undefined) return undefined;
    for (let { first } = block; first <= block.last; first += size) {
      if (out.length === most) return undefined;
      const last = first + size - 1n;
      out.push({ ...block, first, last: last < block.last ? last : block.last });
    }
  }
  return out.map(rangeOf);
};

/** What an app's list for refresh tokens holds at most. Source: `refresh-token-allowlist`. */
const listHolds = { ranges: 128, addresses: 256n };

/** The ranges that the list would have to take, each as wide as it may be; undefined where it lacks none, or they are too many for it. */
export const rangesForTokenList = (
  sources: readonly string[],
  held: readonly IpRange[],
): readonly IpRange[] | undefined => {
  const missing = missingRanges(sources, held) ?? [];
  const cut = cutInto(missing, listHolds.addresses, Math.max(0, listHolds.ranges - held.length)) ?? [];
  return cut.length === 0 ? undefined : cut;
};
