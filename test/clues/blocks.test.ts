import { expect } from 'chai';
import fc from 'fast-check';
import {
  blockOf,
  blockOfRange,
  cutInto,
  merged,
  missingRanges,
  rangeOf,
  without,
  type Block,
} from '../../src/clues/blocks.ts';

/** Few addresses, so that blocks meet often. */
const block = fc
  .tuple(fc.constantFrom('ipv4' as const, 'ipv6' as const), fc.bigInt(0n, 40n), fc.bigInt(0n, 12n))
  .map(([family, first, more]): Block => ({ family, first, last: first + more }));

const blocks = fc.array(block, { maxLength: 8 });

const holds = (all: readonly Block[], family: Block['family'], address: bigint): boolean =>
  all.some((one) => one.family === family && one.first <= address && address <= one.last);

const everywhere = (check: (family: Block['family'], address: bigint) => void): void => {
  for (const family of ['ipv4', 'ipv6'] as const)
    for (let address = 0n; address < 60n; address += 1n) check(family, address);
};

describe('address blocks', () => {
  it('merged, they hold the same addresses, in order, and no two of them touch', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const one = merged(all);
        everywhere((family, address) => expect(holds(one, family, address)).to.equal(holds(all, family, address)));
        for (const [at, { family, first }] of one.entries()) {
          const before = one[at - 1];
          if (before?.family === family) expect(first > before.last + 1n).to.equal(true);
        }
      }),
    );
  });

  it('without some ranges, they hold what the ranges do not', () => {
    fc.assert(
      fc.property(blocks, blocks, (all, ranges) => {
        const rest = without(all, ranges);
        everywhere((family, address) =>
          expect(holds(rest, family, address)).to.equal(holds(all, family, address) && !holds(ranges, family, address)),
        );
        expect(merged(rest)).to.deep.equal(rest);
      }),
    );
  });

  it('any address and CIDR block is read and written back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const read = blockOf(address);
        expect(read).to.not.equal(undefined);
        expect(blockOfRange(rangeOf(read!))).to.deep.equal(read);
      }),
    );
    expect(rangeOf(blockOf('10.1.2.3/8')!)).to.deep.equal({ start: '10.0.0.0', end: '10.255.255.255' });
    expect(rangeOf(blockOf('2001:db8::1/32')!)).to.deep.equal({
      start: '2001:db8::',
      end: '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
    });
    expect(rangeOf(blockOf('0.0.0.0/0')!)).to.deep.equal({ start: '0.0.0.0', end: '255.255.255.255' });
  });

  it('cut into small ranges, they hold the same addresses, and no range is wider', () => {
    fc.assert(
      fc.property(blocks, fc.bigInt(1n, 300n), (all, size) => {
        const whole = merged(all);
        const cut = cutInto(whole.map(rangeOf), size, 10_000)!.map((range) => blockOfRange(range)!);
        expect(cut.every(({ first, last }) => last - first < size)).to.equal(true);
        expect(merged(cut)).to.deep.equal(whole);
        if (cut.length > 0) expect(cutInto(whole.map(rangeOf), size, cut.length - 1)).to.equal(undefined);
      }),
    );
    expect(cutInto([{ start: '::', end: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff' }], 256n, 128)).to.equal(undefined);
  });

  it('what is no address is nothing', () => {
    for (const text of ['', '10.1', 'acme.com', '10.0.0.1/33', '10.0.0.0/', '::1/129', '1.2.3.4.5'])
      expect(blockOf(text), text).to.equal(undefined);
    expect(missingRanges(['nonsense'], [])).to.equal(undefined);
    expect(missingRanges(['10.0.0.1'], [{ start: '10.0.0.0', end: '::1' }])).to.equal(undefined);
  });

  it('an IPv4 address in the dress of IPv6 is an IPv4 address', () => {
    expect(missingRanges(['::ffff:10.0.0.1'], [{ start: '10.0.0.0', end: '10.0.0.255' }])).to.deep.equal([]);
  });
});
