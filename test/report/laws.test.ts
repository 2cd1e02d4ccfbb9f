import { expect } from 'chai';
import fc from 'fast-check';
import stringWidth from 'string-width';
import type { Diagnosis } from '../../src/model/index.ts';
import { mapStrings, pseudonymised, renderTerminal } from '../../src/report/index.ts';
import { loadWords } from '../../src/words/index.ts';
import { diagnosisIn } from '../support/written.ts';
import { cases } from './cases/index.ts';
import { found } from './cases/found.ts';

const words = loadWords();
const plain = (diagnosis: Diagnosis, width = 80): string => renderTerminal(diagnosis, { width, colour: false, words });

const everyOutput = (diagnosis: Diagnosis): readonly string[] => [
  plain(diagnosis, 40),
  plain(diagnosis),
  plain(diagnosis, 120),
  renderTerminal(diagnosis, { width: 80, colour: true, words }),
  ...Object.values(diagnosisIn(diagnosis)),
  plain(pseudonymised(diagnosis)),
];

/** Commands and links stay whole, and so does a single word that is wider than the screen. */
const copied = /^\s*(?:Command|Setup) /u;
const oneWord = /^\s*(?:[A-Z][A-Za-z]+(?: [A-Za-z]+)?\s{2,})?\S+$/u;

const escape = String.fromCharCode(27);

describe('on every screen', () => {
  for (const [name, diagnosis] of Object.entries(cases)) {
    it(`${name}: no hole in a sentence`, () => {
      for (const output of everyOutput(diagnosis)) {
        expect(output).not.to.match(/undefined|\[object|%s|\{[a-z][A-Za-z0-9]*\}|NaN|Invalid Date/u);
      }
    });

    it(`${name}: no line is wider than the screen, but for what a person copies`, () => {
      for (const width of [40, 80, 120]) {
        const wide = plain(diagnosis, width)
          .split('\n')
          .filter((line) => stringWidth(line) > width && !copied.test(line) && !oneWord.test(line));
        expect(wide).to.deep.equal([]);
      }
    });

    it(`${name}: colour changes no word`, () => {
      const coloured = renderTerminal(diagnosis, { width: 80, colour: true, words });
      expect(coloured).to.include(escape);
      expect(coloured.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'gu'), '')).to.equal(plain(diagnosis));
      expect(plain(diagnosis)).not.to.include(escape);
    });

    it(`${name}: the screen and the page say the same`, () => {
      const said = (text: string): ReadonlySet<string> => new Set(text.match(/[A-Za-z]{4,}/gu));
      const missing = [...said(plain(diagnosis))].filter((word) => !said(diagnosisIn(diagnosis).markdown).has(word));
      expect(missing).to.deep.equal([]);
    });
  }

  it('whatever an org or a log says, no control character and no turned reading direction gets through', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\t', '\r', escape, '[31m', '\u0007', '\u009B', '\u202E', '`', '*', '😀'),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const status = `x${text}`;
        const diagnosis: Diagnosis = {
          ...found,
          failingRow: { id: '0Ya', at: '2026-11-23T02:14:05Z', status },
          refusals: [{ channel: 'unknown', origin: 'text', text: status, count: 1, suspects: [] }],
        };
        for (const output of everyOutput(mapStrings(diagnosis, (one) => one))) {
          const uncoloured = output.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'gu'), '');
          expect(uncoloured).not.to.match(/(?!\r?\n)[\p{Cc}\u202E]/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});
