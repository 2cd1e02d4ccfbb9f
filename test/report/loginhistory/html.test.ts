import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { XMLParser } from 'fast-xml-parser';
import type { LoginFailures } from '../../../src/model/index.ts';
import { chromiumPath, withPage } from '../../support/chromium.ts';
import { failuresIn } from '../../support/written.ts';
import { cases } from './cases.ts';

const html = (result: LoginFailures): string => failuresIn(result).html;

/** What a reader, a screen reader or a printer gets of a page, however it was found out. */
type Seen = {
  readonly title: string;
  readonly lang: string;
  readonly headings: readonly string[];
  /** Accessible name and description of the chart. */
  readonly chart: { readonly name: string; readonly description: string };
  readonly bars: number;
  /** Cells of the table, row by row. */
  readonly table: ReadonlyArray<readonly string[]>;
  readonly text: string;
  /** Elements that could run or load something. */
  readonly active: number;
};

type Node = Readonly<Record<string, unknown>>;

const isText = (node: Node): boolean => '#text' in node;
const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const childrenOf = (node: Node): readonly Node[] => (isText(node) ? [] : (node[nameOf(node)] as readonly Node[]));
const attributesOf = (node: Node): Readonly<Record<string, string>> =>
  (node[':@'] ?? {}) as Readonly<Record<string, string>>;

const all = (nodes: readonly Node[], wanted: (node: Node) => boolean): readonly Node[] =>
  nodes.flatMap((node) => [...(wanted(node) ? [node] : []), ...all(childrenOf(node), wanted)]);

const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (isText(node) ? String(node['#text']) : textOf(childrenOf(node)))).join('');

const active =
  'script, link, iframe, object, embed, img, audio, video, base, form, [src], [onload], [onclick], use, image, foreignObject';

/** Every element that opens closes, in the right order: the parser itself forgives. */
const isBalanced = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, closes, name = '', empty] of xml.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/giu)) {
    if (empty === '/') continue;
    if (closes !== '/') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
};

/** Reads the page as the XML that it is, but for the empty `meta`. */
const parsed = (page: string): Seen => {
  const xml = page.replace('<!doctype html>', '').replaceAll(/<meta ([^>]*)>/gu, '<meta $1/>');
  expect(isBalanced(xml)).to.equal(true);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    htmlEntities: true,
  });
  const nodes = parser.parse(xml) as readonly Node[];
  const named = (...names: readonly string[]): readonly Node[] => all(nodes, (node) => names.includes(nameOf(node)));
  const withId = (id: string): string =>
    textOf(all(nodes, (node) => attributesOf(node).id === id).flatMap((node) => childrenOf(node)));
  const svg = named('svg').find((node) => attributesOf(node).role === 'img');
  const loads = [
    'script',
    'link',
    'iframe',
    'object',
    'embed',
    'img',
    'audio',
    'video',
    'base',
    'form',
    'use',
    'image',
  ];
  return {
    title: textOf(childrenOf(named('title')[0] ?? {})),
    lang: attributesOf(named('html')[0] ?? {}).lang ?? '',
    headings: named('h1', 'h2').map((node) => textOf(childrenOf(node))),
    chart: { name: withId('chart-title'), description: withId('chart-desc') },
    bars: svg === undefined ? 0 : all([svg], (node) => nameOf(node) === 'rect' && childrenOf(node).length > 0).length,
    table: named('tr').map((row) => childrenOf(row).map((cell) => textOf(childrenOf(cell)))),
    text: textOf(named('main')),
    active: all(
      nodes,
      (node) =>
        loads.includes(nameOf(node)) ||
        Object.keys(attributesOf(node)).some((key) => key === 'src' || key.startsWith('on')),
    ).length,
  };
};

const inBrowser = `(() => {
  const text = (node) => node?.textContent ?? '';
  return {
    title: document.title,
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1, h2')].map(text),
    chart: { name: text(document.querySelector('#chart-title')), description: text(document.querySelector('#chart-desc')) },
    bars: document.querySelectorAll('svg[role=img] > rect').length,
    table: [...document.querySelectorAll('tr')].map((row) => [...row.children].map(text)),
    text: text(document.querySelector('main')),
    active: document.querySelectorAll(${JSON.stringify(active)}).length,
  };
})()`;

/** The same is asked of the parser and of the browser. */
const expectPage = (seen: Seen, result: LoginFailures): void => {
  expect(seen).to.include({ title: 'Failed logins', lang: 'en', active: 0 });
  expect(seen.headings).to.deep.equal(['Failed logins', 'What stands out', 'Over time', 'Failures by cause']);
  expect(seen.chart.name).to.equal('Failed and successful logins over time');
  expect(seen.chart.description).to.include('1,244 failures and 2,792 successes').and.include('640 failures');
  const drawn = [...result.chart.failures.map(({ rows }) => rows), result.chart.successes]
    .flat()
    .filter((count) => count > 0);
  expect(seen.bars).to.equal(drawn.length);
  const [head = [], ...rows] = seen.table;
  expect(head).to.deep.equal([
    'From',
    'The user is frozen',
    'Failed: Nobody has seen this',
    'Failed: IP Address Not Allowed',
    'All failures',
    'Successes',
  ]);
  expect(rows).to.deep.include(['2026-11-23 01:00:00 UTC', '640', '0', '0', '640', '0']);
  const column = (at: number): number => rows.reduce((sum, row) => sum + Number(row[at]?.replaceAll(',', '')), 0);
  expect([column(4), column(5)]).to.deep.equal([1244, result.chart.successes.reduce((sum, count) => sum + count, 0)]);
  expect(seen.text).to.include('Threshold exceeded: 180 failures in 15 min').and.include('Froze user account');
  expect(seen.text).to.include('12 requests');
};

describe('failed logins: the HTML page', () => {
  it('read by a parser: chart, table and text say the same numbers, and nothing runs or loads', () => {
    expectPage(parsed(html(cases.alarm)), cases.alarm);
  });

  for (const [name, result] of Object.entries(cases)) {
    it(`${name}: is well formed and names no other place`, () => {
      const page = html(result);
      expect(parsed(page).active).to.equal(0);
      expect(page).to.include('default-src &#39;none&#39;');
      expect(page).not.to.match(/(?:src|action|data)=|href="(?!https:\/\/)|@import|url\((?!#)/u);
      expect(page).not.to.match(/undefined|\[object|NaN/u);
    });
  }

  it('what a row says stays a text', () => {
    const title = '</title><script>alert(1)</script><img src=x onerror=alert(1)> "&\'';
    const [series] = cases.alarm.chart.failures;
    const [group] = cases.alarm.groups;
    const result: LoginFailures = {
      ...cases.alarm,
      groups: [{ ...group!, title, key: title }],
      chart: { ...cases.alarm.chart, failures: [{ ...series!, title }] },
    };
    const seen = parsed(html(result));
    expect(seen.active).to.equal(0);
    expect(seen.text).to.include(title);
    expect(seen.table[0]).to.include(title);
  });

  it('causes differ without colour: each has a pattern of its own', () => {
    const patterns = [...html(cases.long).matchAll(/<pattern [^>]*>(.*?)<\/pattern>/gu)].map(([, drawn = '']) =>
      drawn.replaceAll(/fill="#[0-9a-f]{6}"/gu, ''),
    );
    expect(patterns).to.have.lengthOf(7);
    expect(new Set(patterns).size).to.equal(7);
  });

  it('says to a parser what it says to a browser', () => {
    expectPage(parsed(html(cases.alarm)), cases.alarm);
  });

  const browser = chromiumPath();
  if (browser === undefined) {
    after(() => console.warn('NOT RUN: no Chromium is here, so the page was read by a parser alone.'));
    return;
  }

  it('in Chromium: the same, with no request to anywhere, for a screen reader and on paper', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'html-'));
    try {
      const file = path.join(folder, 'report.html');
      writeFileSync(file, html(cases.alarm));
      const url = pathToFileURL(file).href;
      await withPage(browser, async (page) => {
        await page.open(url);
        expectPage((await page.evaluate(inBrowser)) as Seen, cases.alarm);
        expect(page.requests).to.deep.equal([url]);
        expect(page.complaints).to.deep.equal([]);
        const { nodes } = (await page.send('Accessibility.getFullAXTree')) as {
          readonly nodes: ReadonlyArray<{
            readonly role?: { readonly value: string };
            readonly name?: { readonly value: string };
          }>;
        };
        const named = (role: string): readonly string[] =>
          nodes.filter((node) => node.role?.value === role).map((node) => node.name?.value ?? '');
        const [chart = ''] = named('image');
        expect(chart).to.include('Failed and successful logins over time').and.include('1,244 failures');
        expect(named('table')[0]).to.include('Logins in each 1 h');
        expect(named('columnheader')).to.include('The user is frozen');
        const wide = `document.documentElement.scrollWidth > document.documentElement.clientWidth`;
        await page.send('Emulation.setDeviceMetricsOverride', {
          width: 360,
          height: 800,
          deviceScaleFactor: 1,
          mobile: true,
        });
        expect(await page.evaluate(wide), 'wider than a telephone').to.equal(false);
        const { data } = await page.send('Page.printToPDF', { printBackground: false });
        expect(Buffer.from(String(data), 'base64').subarray(0, 5).toString()).to.equal('%PDF-');
        await page.send('Emulation.setEmulatedMedia', { media: 'print' });
        const table = `document.querySelector('tbody tr:last-child').getBoundingClientRect().height`;
        expect(await page.evaluate(table), 'the table on paper').to.be.above(0);
        expect(page.requests).to.deep.equal([url]);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }).timeout(60_000);
});
