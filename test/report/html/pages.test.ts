import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { explainAsked } from '../../../src/look/explain.ts';
import type { Overview } from '../../../src/model/index.ts';
import { endOf } from '../../../src/output/exit-codes.ts';
import { sheets, writers, type Sheet } from '../../../src/report/sheets/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import { chromiumPath, withPage, type Page } from '../../support/chromium.ts';
import { checkIn, diagnosisIn, failuresIn } from '../../support/written.ts';
import { cases } from '../cases/index.ts';
import { allApps, checks } from '../gates/cases.ts';
import { cases as counted } from '../loginhistory/cases.ts';
import { overviews } from '../overview/cases.ts';

const words = loadWords();
const write = (sheet: Sheet): string =>
  writers.html(sheet, { ...endOf(words, 'doctor', 3), at: '2026-11-23T03:00:05.000Z' });
const overview = (one: Overview): string => write(sheets.overview(one, 3, words));

/** Each kind of page, and a sentence that must be on it. */
const pages: Readonly<Record<string, { readonly html: string; readonly says: string; readonly drawn?: string }>> = {
  found: { html: diagnosisIn(cases.found).html, says: 'The user is not assigned to the app.', drawn: 'Timeline' },
  undecided: { html: diagnosisIn(cases.undecided).html, says: 'exit 4: ' },
  healthy: { html: diagnosisIn(cases.healthy).html, says: 'exit 0: ', drawn: 'Timeline' },
  unknownText: { html: diagnosisIn(cases.unknownText).html, says: 'exit 4: ' },
  closed: { html: checkIn(checks.closed).html, says: 'Deciding gate: Permitted users.' },
  manyRanges: { html: checkIn(checks.manyRanges).html, says: '10.0.0.0 - 10.0.255.255' },
  waited: { html: checkIn(checks.waited).html, says: 'exit 69: ' },
  allApps: { html: checkIn(allApps).html, says: 'Marketing Sync' },
  alarm: {
    html: failuresIn(counted.alarm).html,
    says: '640 failures',
    drawn: 'Failed and successful logins over time',
  },
  file: {
    html: failuresIn(counted.file).html,
    says: 'sf auth explain user-frozen',
    drawn: 'Failed and successful logins over time',
  },
  overview: { html: overview(overviews.failing), says: 'What fails in this org now' },
  cause: {
    html: write(sheets.explanation(explainAsked({ about: 'text', text: 'user-frozen', word: true }), words)),
    says: 'Unfreeze',
  },
  catalogue: { html: write(sheets.explanation(explainAsked({ about: 'catalogue' }), words)), says: 'user-frozen' },
  text: {
    html: write(
      sheets.explanation(
        explainAsked({ about: 'text', text: 'invalid_grant: expired access/refresh token', word: false }),
        words,
      ),
    ),
    says: 'invalid_grant',
  },
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each rule that is broken, and where. */
const complaints = async (page: Page): Promise<unknown> => {
  await page.evaluate(`${axe}; 0`);
  const { result } = await page.send('Runtime.evaluate', {
    expression: `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' ')))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return (result as { readonly value: unknown }).value;
};

const telephone = { width: 400, height: 800, deviceScaleFactor: 2, mobile: true };

/** Parts that run out of the page, but for what scrolls by itself; and the smallest letters, in CSS pixels as they are drawn. */
const layout = `(() => {
  const letters = [...document.querySelectorAll('main *')].filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ''));
  const size = (node) => {
    const svg = node.closest('svg');
    const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(node).fontSize) * scale;
  };
  return {
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    least: Math.min(...letters.filter((node) => !['title', 'desc'].includes(node.localName)).map(size)),
  };
})()`;

describe('HTML pages', () => {
  for (const [name, { html, says }] of Object.entries(pages))
    it(`${name}: names no other place to load from, and leaves no hole`, () => {
      expect(html.replaceAll('&quot;', '"')).to.include(says.replaceAll("'", '&#39;'));
      expect(html).not.to.match(
        /(?:src|action|data)=|href="(?!https:\/\/)|@import|url\((?!#)|<script|undefined|\[object|NaN/u,
      );
    });

  const browser = chromiumPath();
  if (browser === undefined) {
    after(() => console.warn('NOT RUN: no Chromium is here, so no page was drawn.'));
    return;
  }

  it('in Chromium: each says what it must, to a screen reader too, on a telephone, by day and by night, and asks nobody', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pages-'));
    try {
      for (const [name, { html }] of Object.entries(pages)) writeFileSync(path.join(folder, `${name}.html`), html);
      await withPage(browser, async (page) => {
        for (const [name, { says, drawn }] of Object.entries(pages)) {
          const url = pathToFileURL(path.join(folder, `${name}.html`)).href;
          const before = page.requests.length;
          await page.send('Emulation.clearDeviceMetricsOverride');
          await page.open(url);
          expect(await page.evaluate(`document.querySelector('main').innerText`), name).to.include(says);
          const graphic = `document.querySelector('svg[role=img] title')?.textContent`;
          expect(await page.evaluate(graphic), name).to.equal(drawn);
          for (const value of ['light', 'dark']) {
            await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
            expect(await complaints(page), `${name}, ${value}`).to.deep.equal([]);
          }
          await page.send('Emulation.setDeviceMetricsOverride', telephone);
          const { wide, least } = (await page.evaluate(layout)) as { readonly wide: boolean; readonly least: number };
          expect(wide, `${name} is wider than a telephone`).to.equal(false);
          expect(least, `${name}: the smallest letters`).to.be.at.least(11);
          expect(page.requests.slice(before), name).to.deep.equal([url]);
        }
        expect(page.complaints).to.deep.equal([]);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }).timeout(120_000);
});
