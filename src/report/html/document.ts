import type { Block, Cell, Document, Row, Section } from '../document.ts';
import { element, escape, textIn } from './escape.ts';

/** Only what a browser opens as a page; nothing is asked before somebody presses it. */
const isLink = (text: string): boolean => /^https?:\/\/[^\s<>]+$/u.test(text);

const copied = (text: string): string =>
  isLink(text) ? textIn('a', text, { href: text, rel: 'noreferrer noopener' }) : textIn('code', text);

const cell = (one: Cell): string => {
  if (one.kind === 'text') return escape(one.text);
  if (one.kind === 'copy') return copied(one.text);
  return element('ol', {}, ...one.items.map((item) => textIn('li', item)));
};

/** Rows that follow one another under one label share it. */
const terms = (rows: readonly Row[]): string =>
  element(
    'dl',
    {},
    ...rows.map(({ label, cells }, at) =>
      [
        ...(at > 0 && rows[at - 1]?.label === label ? [] : [textIn('dt', label)]),
        element('dd', {}, ...cells.map(cell)),
      ].join(''),
    ),
  );

type Table = Extract<Block, { kind: 'table' }>;

const tableOf = ({ columns, rows }: Table): string =>
  element(
    'table',
    { class: 'words' },
    element('thead', {}, element('tr', {}, ...columns.map(({ label }) => textIn('th', label, { scope: 'col' })))),
    element(
      'tbody',
      {},
      ...rows.map(({ cells, tone }) =>
        element(
          'tr',
          {},
          ...cells.map((one, at) => textIn('td', one, at === 0 && tone !== 'plain' ? { class: tone } : {})),
        ),
      ),
    ),
  );

/** What is wider than a telephone scrolls by itself, also by the keys of a keyboard. `label`: what it is. */
export const scrolling = (label: string, content: string): string =>
  element('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 }, content);

/** `title`: of the section, below whose heading its headlines stand. */
const block = (one: Block, title: string | undefined): string => {
  switch (one.kind) {
    case 'text':
      return textIn('p', one.text, one.tone === 'plain' ? {} : { class: one.tone });
    case 'headline':
      return element(
        title === undefined ? 'h2' : 'h3',
        {},
        escape(one.text),
        one.note === undefined ? '' : ` ${textIn('code', one.note)}`,
      );
    case 'rows':
      return terms(one.rows);
    case 'list':
      return element('ul', {}, ...one.items.map((item) => textIn('li', item)));
    case 'table':
      return scrolling(title ?? '', tableOf(one));
    case 'figure':
      return one.html;
    case 'verbatim':
      return scrolling(title ?? '', textIn('pre', one.text));
  }
};

const part = ({ title, blocks }: Section): string =>
  element(
    'section',
    {},
    ...(title === undefined ? [] : [textIn('h2', title)]),
    ...blocks.map((one) => block(one, title)),
  );

/** A document as HTML. */
export const documentHtml = (document: Document): string => document.map(part).join('\n');
