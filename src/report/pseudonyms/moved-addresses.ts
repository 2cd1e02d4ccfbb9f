import ipaddr from 'ipaddr.js';

type Family = 'ipv4' | 'ipv6';

/** How many bits each part of an address has, the widest network first. */
const parts = { ipv4: [16, 8, 8], ipv6: [64, 64] } as const satisfies Record<Family, readonly number[]>;

/** Where the moved addresses lie: a private network, and the one for documentation (RFC 1918, RFC 3849). */
const home = { ipv4: 10n << 8n, ipv6: 0x20_01_0d_b8n << 32n } as const;

type Address = { readonly family: Family; readonly parts: readonly bigint[] };

const addressOf = (text: string): Address => {
  const address = ipaddr.process(text);
  const family = address.kind();
  let rest = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const all = parts[family].toReversed().map((bits) => {
    const part = rest & ((1n << BigInt(bits)) - 1n);
    rest >>= BigInt(bits);
    return part;
  });
  return { family, parts: all.toReversed() };
};

const textOf = ({ family, parts: all }: Address): string => {
  const value = all.reduce((sum, part, index) => (sum << BigInt(parts[family][index] ?? 0)) | part, 0n);
  const length = family === 'ipv4' ? 4 : 16;
  const bytes = Array.from({ length }, (_none, index) => Number((value >> BigInt((length - 1 - index) * 8)) & 0xffn));
  return ipaddr.fromByteArray(bytes).toString();
};

/** Numbers near one another, in the same order: what is next to one another stays so, and what is not does not become so. */
const drawnTogether = (numbers: readonly bigint[], room: bigint): ReadonlyMap<bigint, bigint> => {
  const sorted = [...new Set(numbers)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const moved = new Map<bigint, bigint>();
  let at = sorted[0] === 0n ? -1n : 0n;
  sorted.forEach((number, index) => {
    at += index === 0 || number === (sorted[index - 1] ?? 0n) + 1n ? 1n : 2n;
    moved.set(number, at);
  });
  // Too many of them to be told apart anywhere else.
  return at < room ? moved : new Map(sorted.map((number) => [number, number]));
};

/** A block inside a part of an address, such as 203.0.113.64/26: only where that part stays as it is, the block stays one. */
const cuts = (block: string, family: Family, depth: number): boolean => {
  const bits = Number(block.split('/')[1]);
  const before = parts[family].slice(0, depth).reduce((sum: number, one) => sum + one, 0);
  return depth > 0 && bits > before && bits < before + (parts[family][depth] ?? 0);
};

/**
 * Other addresses for these, each one another: in the same order, in one range where they were, and inside or outside of the same ranges. `blocks`: those
 * of CIDR among them. A block wider than a range of /16 (IPv6: /64) may lie elsewhere afterwards.
 */
export const movedAddresses = (all: readonly string[], blocks: readonly string[]): ReadonlyMap<string, string> => {
  const addresses = new Map([...new Set(all)].map((text) => [text, addressOf(text)]));
  const cut = blocks.map((block) => ({ block, ...addressOf(block.split('/')[0] ?? '') }));
  const under = ({ family, parts: own }: Address, depth: number): string => [family, ...own.slice(0, depth)].join(' ');
  const moves = new Map<string, ReadonlyMap<bigint, bigint>>();
  for (const family of ['ipv4', 'ipv6'] as const)
    parts[family].forEach((bits, depth) => {
      const groups = Map.groupBy(
        [...addresses.values()].filter((one) => one.family === family),
        (one) => under(one, depth),
      );
      for (const [key, group] of groups) {
        const stays = cut.some((one) => under(one, depth) === key && cuts(one.block, family, depth));
        const numbers = group.map((one) => one.parts[depth] ?? 0n);
        moves.set(key, stays ? new Map() : drawnTogether(numbers, 1n << BigInt(bits)));
      }
    });
  const move = (address: Address): Address => ({
    family: address.family,
    parts: address.parts.map((part, depth) => {
      const moved = moves.get(under(address, depth))?.get(part) ?? part;
      return depth === 0 ? home[address.family] + moved : moved;
    }),
  });
  return new Map([...addresses].map(([text, address]) => [text, textOf(move(address))]));
};
