import { expect } from 'chai';
import fc from 'fast-check';
import { endsWith, quoted, startsWith } from '../../../src/evidence/org/soql.ts';
import { time, truth, whole } from '../../../src/evidence/org/rows.ts';

describe('a text in SOQL', () => {
  it("cannot end its literal: o'brien\\", () => {
    expect(quoted("o'brien\\")).to.equal(String.raw`'o\'brien\\'`);
    expect(quoted("x' OR Id != '")).to.equal(String.raw`'x\' OR Id != \''`);
  });

  it('stays inside its quotes, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '\\', 'n', '\n', '\r', 'a') }), (text) => {
        const inner = quoted(text).slice(1, -1);
        expect(inner).to.match(/^(?:[^'\\\n\r]|\\['\\nr])*$/u);
        const read = inner.replaceAll(/\\(.)/gu, (_whole, one: string) => ({ n: '\n', r: '\r' })[one] ?? one);
        expect(read).to.equal(text);
      }),
    );
  });
});

describe('a pattern in SOQL', () => {
  it('takes what was typed for itself', () => {
    expect(startsWith('a_b%')).to.equal(String.raw`'a\_b\%%'`);
    expect(endsWith("@o'neil_x.com")).to.equal(String.raw`'%@o\'neil\_x.com'`);
  });
});

describe('a value as an org writes it', () => {
  it('is read from JSON and from SOAP', () => {
    expect(time('2023-07-23T16:20:13.000+0000')).to.equal('2023-07-23T16:20:13.000Z');
    expect(time(null)).to.equal(undefined);
    expect([truth(true), truth('true'), truth('false'), truth(''), truth(null)]).to.deep.equal([
      ...[true, true, false, undefined, undefined],
    ]);
    expect([whole(480), whole('480'), whole('x'), whole('')]).to.deep.equal([480, 480, undefined, undefined]);
  });
});
