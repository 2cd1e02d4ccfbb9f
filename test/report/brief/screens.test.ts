import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { pseudonymised, renderBrief } from '../../../src/report/index.ts';
import { cases } from '../cases/index.ts';
import { page } from './page.ts';

/** Whole short screens as a person sees them. `UPDATE_SCREENS=true` writes them anew; read the difference. */
const screens: Readonly<Record<string, () => string>> = {
  'found.80.txt': () => renderBrief(cases.found, page()),
  'found.120.txt': () => renderBrief(cases.found, page({ width: 120 })),
  'found.redacted.80.txt': () => renderBrief(pseudonymised(cases.found), page()),
  'undecided.80.txt': () => renderBrief(cases.undecided, page()),
  'unknown-text.80.txt': () => renderBrief(cases.unknownText, page()),
  'healthy.80.txt': () => renderBrief(cases.healthy, page()),
  'transient.80.txt': () => renderBrief(cases.transient, page({ saved: false })),
};

describe('whole short screens', () => {
  for (const [file, render] of Object.entries(screens)) {
    it(file, () => {
      const url = new URL(`fixtures/${file}`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, render());
      expect(render()).to.equal(readFileSync(url, 'utf8'));
    });
  }
});
