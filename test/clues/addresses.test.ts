import { expect } from 'chai';
import fc from 'fast-check';
import { placeOf, placesOf, rangeText } from '../../src/clues/addresses.ts';

const office = [{ start: '192.0.2.0', end: '192.0.2.255' }];

describe('addresses', () => {
  it('tells inside from outside, at the edges', () => {
    expect(placeOf('192.0.2.0', office)).to.equal('inside');
    expect(placeOf('192.0.2.255', office)).to.equal('inside');
    expect(placeOf('192.0.3.0', office)).to.equal('outside');
    expect(placeOf('192.0.1.255', office)).to.equal('outside');
  });

  it('takes a block as a whole', () => {
    expect(placeOf('192.0.2.128/25', office)).to.equal('inside');
    expect(placeOf('192.0.2.0/23', office)).to.equal('partly');
    expect(placeOf('192.0.4.0/24', office)).to.equal('outside');
    expect(placeOf('0.0.0.0/0', office)).to.equal('partly');
  });

  it('joins ranges that touch', () => {
    const halves = [
      { start: '192.0.2.128', end: '192.0.2.255' },
      { start: '192.0.2.0', end: '192.0.2.127' },
    ];
    expect(placeOf('192.0.2.0/24', halves)).to.equal('inside');
    const gap = [halves[0]!, { start: '192.0.2.0', end: '192.0.2.126' }];
    expect(placeOf('192.0.2.0/24', gap)).to.equal('partly');
  });

  it('never takes IPv6 for IPv4, but knows IPv4 in the clothes of IPv6', () => {
    expect(placeOf('2001:db8::1', office)).to.equal('outside');
    expect(placeOf('::ffff:192.0.2.7', office)).to.equal('inside');
    expect(placeOf('2001:db8::5', [{ start: '2001:db8::', end: '2001:db8::ffff' }])).to.equal('inside');
    expect(placeOf('192.0.2.7', [{ start: '::', end: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff' }])).to.equal('outside');
  });

  it('says nothing of what is no address', () => {
    for (const text of ['', 'Salesforce.com IP', '192.0.2', '192.0.2.0/33', '192.0.2.0/x', '192.0.2.0/']) {
      expect(placeOf(text, office), text).to.equal(undefined);
    }
    expect(placeOf('192.0.2.7', [{ start: 'somewhere', end: '192.0.2.255' }])).to.equal(undefined);
  });

  it('sums up several addresses, and does not call them all inside where one cannot be read', () => {
    expect(placesOf(['192.0.2.1', '203.0.113.1', '192.0.2.0/23'], office)).to.deep.equal({
      outside: ['203.0.113.1'],
      partly: ['192.0.2.0/23'],
      allInside: false,
    });
    expect(placesOf(['192.0.2.1', 'N/A'], office).allInside).to.equal(false);
    expect(placesOf([], office).allInside).to.equal(false);
  });

  it('shows a range of one address as that address', () => {
    expect(rangeText([{ start: '192.0.2.1', end: '192.0.2.1' }, ...office])).to.equal(
      '192.0.2.1, 192.0.2.0 - 192.0.2.255',
    );
  });

  it('shows six ranges, and how many there are of more', () => {
    const ranges = (count: number) =>
      Array.from({ length: count }, (_none, at) => ({ start: `192.0.2.${at}`, end: `192.0.2.${at}` }));
    expect(rangeText(ranges(6))).to.equal('192.0.2.0, 192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4, 192.0.2.5');
    expect(rangeText(ranges(7))).to.equal('192.0.2.0, 192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4, 192.0.2.5 ... (7)');
  });

  it('agrees with counting, for every IPv4 address and range', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (address, one, two) => {
        const [low, high] = one < two ? [one, two] : [two, one];
        const place = placeOf(`10.0.0.${address}`, [{ start: `10.0.0.${low}`, end: `10.0.0.${high}` }]);
        expect(place).to.equal(low <= address && address <= high ? 'inside' : 'outside');
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, start) => {
        expect(['inside', 'outside', 'partly', undefined]).to.include(placeOf(source, [{ start, end: '10.0.0.9' }]));
      }),
    );
  });
});
