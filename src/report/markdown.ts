import type { Block, Cell, Document, Row, Section } from './document.ts';

/** Signs that Markdown or HTML would read, wherever they stand. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, String.raw`\$&`)
    .replaceAll(/(?<=\s)#+(?=\s*$)/gmu, String.raw`\$&`);

/** A code span in our words stays one. `inCode`: what a code span must be spared. */
const inline = (text: string, inCode: (code: string) => string = (code) => code): string =>
  text
    .split(/(`[^`\n]+`)/u)
    .map((piece, index) => (index % 2 === 1 ? inCode(piece) : plain(piece)))
    .join('');

/** Signs that open a list, a heading or a rule where a line begins with them; a number is no list. */
const escape = (text: string): string =>
  inline(text)
    .replaceAll(/^([ \t]*)(?=[#+=-])/gmu, '$1\\')
    .replaceAll(/^([ \t]*\d{1,9})(?=[.)](?:\s|$))/gmu, '$1\\')
    .replaceAll(/^[ \t]+/gmu, '');

/** On one line. */
const flat = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ').trim();

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
  if (one.kind === 'text') return inline(flat(one.text));
  if (one.kind === 'steps') return one.items.map((item, index) => `\n  ${index + 1}. ${escape(flat(item))}`).join('');
  if (isLink(one.text)) return `<${one.text}>`;
  return one.text.includes('\n') ? `\n\n${fenced(one.text, '  ')}` : span(one.text);
};

const item = ({ label, cells }: Row): string =>
  `- **${inline(label)}:** ${cells.map(cell).join('')}`.replace(/[ ]+\n/u, '\n').trimEnd();

/** One line of a table; a sign that would end a cell is escaped. */
const line = (cells: readonly string[]): string =>
  `| ${cells.map((text) => inline(flat(text), (code) => code.replaceAll('|', String.raw`\|`))).join(' | ')} |`;

/** `heading`: of a headline, one deeper than that of its section. */
const block = (one: Block, heading: string): string => {
  switch (one.kind) {
    case 'text':
      return one.tone === 'strong' || one.tone === 'good' ? `**${inline(flat(one.text))}**` : escape(one.text);
    case 'headline':
      return `${heading} ${inline(flat(one.text))}${one.note === undefined ? '' : ` (${span(one.note)})`}`;
    case 'rows':
      return one.rows.map(item).join('\n');
    case 'list':
      return one.items.map((text) => `- ${escape(flat(text))}`).join('\n');
    case 'table':
      return [
        line(one.columns.map(({ label }) => label)),
        `|${' --- |'.repeat(one.columns.length)}`,
        ...one.rows.map(({ cells }) => line(cells)),
      ].join('\n');
    case 'figure':
      return fenced(one.lines.join('\n'));
    case 'verbatim':
      return fenced(one.text);
  }
};

const part = ({ title, blocks }: Section): string =>
  [
    ...(title === undefined ? [] : [`## ${inline(flat(title))}`]),
    ...blocks.map((one) => block(one, title === undefined ? '##' : '###')),
  ].join('\n\n');

/** A document as a page with a title. Ends with a line break. */
export const showPage = (title: string, document: Document): string =>
  `# ${inline(flat(title))}\n\n${document.map(part).join('\n\n')}\n`;
