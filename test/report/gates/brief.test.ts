import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import stringWidth from 'string-width';
import type { AppCheck } from '../../../src/model/index.ts';
import { renderCheckBrief } from '../../../src/report/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import { page } from '../brief/page.ts';
import { checks } from './cases.ts';

const words = loadWords();

const screen = (check: AppCheck, width = 80): string => renderCheckBrief(check, page({ words, width, saved: false }));

const isCopied = (line: string): boolean => /^(?:https?:\/\/|sf )\S/u.test(line);

describe('checks: short screens', () => {
  for (const [name, check] of Object.entries(checks)) {
    it(`${name}: 23 lines at most, none wider than the screen but links and commands`, () => {
      const lines = screen(check).trimEnd().split('\n');
      expect(lines.length).to.be.at.most(23);
      expect(lines.filter((line) => stringWidth(line) > 80 && !isCopied(line))).to.deep.equal([]);
    });

    it(`${name}: no hole in a sentence, in any width`, () => {
      for (const width of [40, 80, 120])
        expect(screen(check, width)).not.to.match(/undefined|\[object|\{[a-z][A-Za-z0-9]*\}|NaN|Invalid Date/u);
    });

    it(`${name}, whole`, () => {
      const url = new URL(`fixtures/${name}.brief.80.txt`, import.meta.url);
      if (process.env.UPDATE_SCREENS === 'true') writeFileSync(url, screen(check));
      expect(screen(check)).to.equal(readFileSync(url, 'utf8'));
    });
  }

  it('names the permissions that hide gates, and which, before the flags that would show others', () => {
    const [first, ...others] = checks.healthy.gates;
    const hidden = {
      text: 'x',
      fact: 'appOauth',
      why: 'denied',
      permission: 'View Secrets',
      causes: [],
      hides: [],
    } as const;
    const flagged = { text: 'y', fact: 'attempt', why: 'not-asked', cure: '--attempt', causes: [], hides: [] } as const;
    const check: AppCheck = {
      ...checks.healthy,
      outcome: 'inconclusive',
      gates: [{ ...first!, title: 'Scopes', state: 'not-seen', blindSpots: [hidden, flagged] }, ...others],
      blindSpots: [hidden, flagged],
    };
    expect(screen(check).replaceAll(/\s+/gu, ' ')).to.include(
      'LACKS View Secrets: Scopes. DO Look again with a session that has View Secrets. Run again with --attempt.',
    );
  });

  it('open names the next day on which something ends', () => {
    const check: AppCheck = {
      ...checks.healthy,
      warnings: [{ gate: 'certificate', check: 'ends', kind: 'later', text: 'It ends.', on: '2028-05-12T00:00:00Z' }],
    };
    expect(screen(check)).to.match(/^✔ OPEN: .+ The next end is\s+2028-05-12\./u);
  });
});
