import { expect } from 'chai';
import fc from 'fast-check';
import '../support/properties.ts';
import { shapeOf } from '../../src/oauth/index.ts';
import { certificatePem, rsaPem } from './keys.ts';

describe('shapeOf', () => {
  const values: ReadonlyArray<readonly [string, string | undefined]> = [
    ['3MVG9uCi4abcdefghijklmnopqrstuvwxyz.69p3sl', 'consumer-key'],
    ['5Aep861KbQ.abcdefghijklmnop', 'refresh-token'],
    ['00D5e000001AbCd!AQ8AQabcdefghijkl.xyz', 'access-token'],
    ['AB'.repeat(32), 'consumer-secret'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIzTVZHIn0.c2ln', 'assertion'],
    ['force://PlatformCLI::5Aep861x@acme.my.salesforce.com', 'auth-url'],
    ['https://acme.my.salesforce.com', 'url'],
    ['integration.marketing@acme.com', 'username'],
    [rsaPem, 'private-key'],
    [certificatePem, 'certificate'],
    ['"5Aep861KbQ.abcdefghijklmnop"', 'refresh-token'],
    // A name, a key that was set by metadata, an id.
    ['Marketing Sync', undefined],
    ['PlatformCLI', undefined],
    ['0H45e000000AbCdCAK', undefined],
    ['', undefined],
  ];
  for (const [value, shape] of values)
    it(`takes ${value.slice(0, 24)} for ${shape ?? 'anything'}`, () => expect(shapeOf(value)).to.equal(shape));

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => shapeOf(text)).to.not.throw();
      }),
    );
  });
});
