import { expect } from 'chai';
import fc from 'fast-check';
import { Trouble } from '../../src/model/index.ts';
import { readAddress } from '../../src/input/address.ts';
import { readLoginUrl } from '../../src/input/login-url.ts';
import { readTime } from '../../src/input/time.ts';
import { keyOf } from './trouble-key.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

describe('--at', () => {
  for (const [given, read] of [
    ['2026-11-23T02:14Z', '2026-11-23T02:14:00.000Z'],
    ['2026-11-23 02:14', '2026-11-23T02:14:00.000Z'],
    ['2026-11-23 02:14:05 UTC', '2026-11-23T02:14:05.000Z'],
    ['2026-11-23T02:14:05.678+0100', '2026-11-23T01:14:05.000Z'],
    ['2026-11-23T02:14-05:30', '2026-11-23T07:44:00.000Z'],
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    [' 2024-02-29 ', '2024-02-29T00:00:00.000Z'],
  ] as const)
    it(`reads ${given}`, () => expect(readTime(given, now)).to.equal(read));

  for (const given of [
    'yesterday',
    '23.11.2026',
    '2026-02-30',
    '2026-13-01',
    '2026-11-23T25:00Z',
    '2026-11-23T02',
    '1763864045',
    '2026-11-23T02:14 CET',
  ])
    it(`refuses ${given}`, () => expect(keyOf(() => readTime(given, now))).to.equal('time-invalid'));

  it('refuses the future, but for clocks that differ', () => {
    expect(keyOf(() => readTime('2027-11-23', now))).to.equal('time-ahead');
    expect(readTime('2026-11-23T12:05Z', now)).to.equal('2026-11-23T12:05:00.000Z');
  });

  it('reads back every time that it prints', () => {
    const times = fc.date({ min: new Date(0), max: new Date(now), noInvalidDate: true });
    fc.assert(
      fc.property(times, (date) => {
        const seconds = `${date.toISOString().slice(0, 19)}Z`;
        expect(readTime(seconds, now)).to.equal(new Date(seconds).toISOString());
      }),
    );
  });
});

describe('--source-ip', () => {
  for (const [given, read] of [
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.0/24 ', '203.0.113.0/24'],
    ['2001:DB8:0:0::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
  ] as const)
    it(`reads ${given}`, () => expect(readAddress(given)).to.equal(read));

  for (const given of [
    'acme.com',
    '10.1',
    '1',
    '0x7f.0.0.1',
    '203.0.113.256',
    '203.0.113.7/33',
    '203.0.113.7/',
    '203.0.113.7/-1',
    '1.2.3.4/8/9',
    'fe80::1%eth0',
    '203.0.113.7:443',
    '203.0.113.*',
  ])
    it(`refuses ${given}`, () => expect(keyOf(() => readAddress(given))).to.equal('address-invalid'));

  it('reads every address', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (ip) => void readAddress(ip)));
  });
});

describe('--login-url', () => {
  for (const [given, read] of [
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
    ['login.salesforce.com', 'https://login.salesforce.com'],
    ['HTTPS://Acme.My.Salesforce.com/', 'https://acme.my.salesforce.com'],
    ['https://acme.my.salesforce.com/services/oauth2/token?client_secret=x', 'https://acme.my.salesforce.com'],
    ['https://acme.my.site.com/partners/', 'https://acme.my.site.com/partners'],
    ['https://acme.my.site.com/partners/services/Soap/u/64.0', 'https://acme.my.site.com/partners'],
    ['https://acme.lightning.force.com', 'https://acme.lightning.force.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ] as const)
    it(`reads ${given}`, () => expect(readLoginUrl(given)).to.equal(read));

  it('refuses plain http to others', () => {
    expect(keyOf(() => readLoginUrl('http://login.salesforce.com'))).to.equal('login-url-insecure');
    expect(keyOf(() => readLoginUrl('http://localhost.evil.com'))).to.equal('login-url-insecure');
    expect(keyOf(() => readLoginUrl('ftp://login.salesforce.com'))).to.equal('login-url-insecure');
  });

  for (const given of ['not a url', 'https://', 'https://exa mple.com', 'https://<MyDomainName>.my.salesforce.com'])
    it(`refuses ${given}`, () => expect(keyOf(() => readLoginUrl(given))).to.equal('login-url-invalid'));

  it('never repeats a password', () => {
    try {
      readLoginUrl('https://ada:hunter2@login.salesforce.com');
      expect.fail('not refused');
    } catch (error) {
      expect(error).to.be.instanceOf(Trouble);
      expect(JSON.stringify(error)).not.to.include('hunter2');
    }
  });
});
