import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { pseudonymised, renderTerminal } from '../../src/report/index.ts';
import { diagnosisIn } from '../support/written.ts';
import { cases } from './cases/index.ts';
import { words } from './words.ts';

const screen = (name: keyof typeof cases, width: number): string =>
  renderTerminal(cases[name], { width, colour: false, words });

/** Whole screens as a person sees them. `UPDATE_SCREENS=true` writes them anew; read the difference. */
const screens: Readonly<Record<string, () => string>> = {
  'found.80.txt': () => screen('found', 80),
  'found.120.txt': () => screen('found', 120),
  'undecided.80.txt': () => screen('undecided', 80),
  'unknown-text.80.txt': () => screen('unknownText', 80),
  'healthy.80.txt': () => screen('healthy', 80),
  'transient.120.txt': () => screen('transient', 120),
  'found.md.txt': () => diagnosisIn(cases.found, 3, words).markdown,
  'found.redacted.80.txt': () => renderTerminal(pseudonymised(cases.found), { width: 80, colour: false, words }),
};

describe('whole screens', () => {
  for (const [file, render] of Object.entries(screens)) {
    it(file, () => {
      const url = new URL(`fixtures/${file}`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, render());
      expect(render()).to.equal(readFileSync(url, 'utf8'));
    });
  }
});
