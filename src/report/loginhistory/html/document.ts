import type { Block, Cell, Document, Row, Section } from '../../document.ts';
import { element, escape, textIn } from './escape.ts';

const cell = (one: Cell): string => {
  if (one.kind === 'text') return escape(one.text);
  if (one.kind === 'copy') return textIn('code', one.text);
  return element('ol', {}, ...one.items.map((item) => textIn('li', item)));
};

/** Rows that follow one another under one label are one list. */
const terms = (rows: readonly Row[]): string =>
  element(
    'dl',
    {},
    ...rows.map(({ label, cells }, at) =>
      [
        at > 0 && rows[at - 1]?.label === label ? '<dt></dt>' : textIn('dt', label),
        element('dd', {}, ...cells.map(cell)),
      ].join(''),
    ),
  );

type Table = Extract<Block, { kind: 'table' }>;

const table = ({ columns, rows }: Table): string =>
  element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...columns.map(({ label }) => textIn('th', label, { scope: 'col' })))),
    element('tbody', {}, ...rows.map(({ cells }) => element('tr', {}, ...cells.map((one) => textIn('td', one))))),
  );

const block = (one: Block): string => {
  switch (one.kind) {
    case 'text':
      return textIn('p', one.text, one.tone === 'plain' ? {} : { class: one.tone });
    case 'headline':
      return element('h3', {}, escape(one.text), one.note === undefined ? '' : ` ${textIn('code', one.note)}`);
    case 'rows':
      return terms(one.rows);
    case 'list':
      return element('ul', {}, ...one.items.map((item) => textIn('li', item)));
    case 'table':
      return table(one);
    case 'verbatim':
      return textIn('pre', one.text);
  }
};

const part = ({ title, blocks }: Section): string =>
  element('section', {}, ...(title === undefined ? [] : [textIn('h2', title)]), ...blocks.map(block));

/** A document as HTML. */
export const documentHtml = (document: Document): string => document.map(part).join('\n');
