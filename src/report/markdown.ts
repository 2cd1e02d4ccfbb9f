import type { Diagnosis } from '../model/index.ts';
import type { Words } from '../words/index.ts';
import { compose } from './compose.ts';
import type { Block, Cell, Document, Row, Section } from './document.ts';

/** Signs that Markdown or HTML would read; a code span in our words stays one. */
const escape = (text: string): string =>
  text
    .split(/(`[^`\n]+`)/u)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replaceAll(/[\\`*[\]<>|~]|(?<!\w)_|_(?!\w)|^(?=[#+-])|^(?=\d+[.)]\s)/gmu, String.raw`\$&`),
    )
    .join('');

/** A run of backticks longer than any in the text. */
const fenceFor = (text: string, least: number): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
};

const span = (text: string): string => {
  const fence = fenceFor(text, 1);
  return fence === '`' ? `\`${text}\`` : `${fence} ${text} ${fence}`;
};

const fenced = (text: string, indent = ''): string => {
  const fence = fenceFor(text, 3);
  return [`${fence}text`, ...text.split('\n'), fence].map((line) => `${indent}${line}`.trimEnd()).join('\n');
};

const isLink = (text: string): boolean => /^https?:\/\/[^\s<>]+$/u.test(text);

const cell = (one: Cell): string => {
  if (one.kind === 'text') return escape(one.text.replaceAll(/\s*\n\s*/gu, ' '));
  if (one.kind === 'steps') return one.items.map((item, index) => `\n  ${index + 1}. ${escape(item)}`).join('');
  if (isLink(one.text)) return `<${one.text}>`;
  return one.text.includes('\n') ? `\n\n${fenced(one.text, '  ')}` : span(one.text);
};

const item = ({ label, cells }: Row): string =>
  `- **${escape(label)}:** ${cells.map(cell).join('')}`.replace(/[ ]+\n/u, '\n').trimEnd();

/** One line of a table; a sign that would end a cell is escaped. */
const line = (cells: readonly string[]): string =>
  `| ${cells.map((text) => escape(text.replaceAll(/\s*\n\s*/gu, ' '))).join(' | ')} |`;

const block = (one: Block): string => {
  switch (one.kind) {
    case 'text':
      return one.tone === 'strong' || one.tone === 'good' ? `**${escape(one.text)}**` : escape(one.text);
    case 'headline':
      return `### ${escape(one.text)}${one.note === undefined ? '' : ` (${span(one.note)})`}`;
    case 'rows':
      return one.rows.map(item).join('\n');
    case 'list':
      return one.items.map((text) => `- ${escape(text.replaceAll(/\s*\n\s*/gu, ' '))}`).join('\n');
    case 'table':
      return [
        line(one.columns.map(({ label }) => label)),
        `|${' --- |'.repeat(one.columns.length)}`,
        ...one.rows.map(({ cells }) => line(cells)),
      ].join('\n');
    case 'verbatim':
      return fenced(one.text);
  }
};

const part = ({ title, blocks }: Section): string =>
  [...(title === undefined ? [] : [`## ${escape(title)}`]), ...blocks.map(block)].join('\n\n');

/** A document as a page with a title. Ends with a line break. */
export const showPage = (title: string, document: Document): string =>
  `# ${escape(title)}\n\n${document.map(part).join('\n\n')}\n`;

/** The report as a page: for a ticket or a chat. Ends with a line break. */
export const renderMarkdown = (diagnosis: Diagnosis, words: Words): string =>
  showPage(words.text('report', 'title.report'), compose(diagnosis, words));
