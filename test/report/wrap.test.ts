import { expect } from 'chai';
import fc from 'fast-check';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { columnsOf, pad, wrap } from '../../src/report/wrap.ts';

/** What our screens are made of, and what a name from an org may bring. */
const plain = Array.from(' abc-XYZ09·–‘’“”…▁█✔✖');
const other = ['日', 'é', '́', '👩‍💻', '⚠', '️', '\t', '\n', '[1m', '​'];
const texts = fc.array(fc.constantFrom(...plain, ...other), { maxLength: 60 }).map((all) => all.join(''));

describe('the columns of a text', () => {
  it('are those of the tables of Unicode, whatever stands in it', () => {
    fc.assert(fc.property(texts, (text) => void expect(columnsOf(text)).to.equal(stringWidth(text))));
    for (let code = 0x2580; code <= 0x27_1f; code += 1) {
      const sign = String.fromCodePoint(code);
      expect(columnsOf(sign), sign).to.equal(stringWidth(sign));
    }
  });

  it('are filled up with blanks', () => {
    expect(pad('日', 4)).to.equal('日  ');
    expect(pad('✖ no', 6)).to.equal('✖ no  ');
    expect(pad('longer', 3)).to.equal('longer');
  });

  it('leave a moment whole at the end of a line, where a line can hold it', () => {
    const text = 'Nearest: integration.marketing@acme.com (active, last login 2026-11-30 21:12 UTC).';
    expect(wrap(text, 78)).to.deep.equal([
      'Nearest: integration.marketing@acme.com (active, last login',
      '2026-11-30 21:12 UTC).',
    ]);
    expect(wrap(text, 82)).to.deep.equal([text]);
    const alone = 'at 2026-11-23 02:14:05 UTC';
    expect(wrap(alone, 23)).to.deep.equal(['at', '2026-11-23 02:14:05 UTC']);
    expect(wrap(alone, 22)).to.deep.equal(['at 2026-11-23 02:14:05', 'UTC']);
  });

  it('decide where a line ends, as the library has it', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 20, max: 70 }),
        (text, width) => void expect(wrap(text, width).join('\n')).to.equal(wrapAnsi(text.trim(), width)),
      ),
    );
  });
});
