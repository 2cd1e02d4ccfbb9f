import { Ansis } from 'ansis';
import type { Diagnosis } from '../model/index.ts';
import type { Words } from '../words/index.ts';
import { compose } from './compose.ts';
import type { Block, Cell, Document, Row, Section, Tone } from './document.ts';
import { tableLines } from './table.ts';
import { columnsOf, pad, wrap, wrapHard } from './wrap.ts';

export type TerminalOptions = {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  readonly words: Words;
};

export type Paint = (text: string, tone: Tone | 'title' | 'label' | 'copy') => string;

export const painter = (colour: boolean): Paint => {
  const ansis = new Ansis(colour ? 1 : 0);
  const paints = {
    plain: (text: string) => text,
    strong: ansis.bold,
    bad: ansis.red.bold,
    unsure: ansis.yellow.bold,
    good: ansis.green.bold,
    quiet: ansis.dim,
    title: ansis.bold.underline,
    label: ansis.dim,
    copy: ansis.cyan,
  };
  return (text, tone) => (colour ? paints[tone](text) : text);
};

/** `columns`: for the labels, the same in a whole section. */
type Page = { readonly width: number; readonly paint: Paint; readonly columns: number };

const margin = '  ';

const cellLines = (cell: Cell, width: number, paint: Paint): readonly string[] => {
  if (cell.kind === 'copy') return cell.text.split('\n').map((line) => paint(line, 'copy'));
  if (cell.kind === 'text') return wrap(cell.text, width);
  return cell.items.flatMap((item, index) => hang(`${index + 1}. `, wrap(item, width - 3)));
};

/** Lines behind a mark: the mark before the first one, blanks of its width before the others. */
const hang = (mark: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(columnsOf(mark))}${line}`);

const rowLines = ({ label, cells }: Row, { width, paint, columns }: Page): readonly string[] => {
  const lines = cells.flatMap((cell) => cellLines(cell, width - columns, paint));
  return lines.map(
    (line, index) => `${index === 0 ? paint(pad(label, columns), 'label') : ' '.repeat(columns)}${line}`,
  );
};

const blockLines = (block: Block, page: Page): readonly string[] => {
  const { width, paint } = page;
  switch (block.kind) {
    case 'text':
      return wrap(block.text, width).map((line) => paint(line, block.tone));
    case 'headline': {
      const text = block.note === undefined ? block.text : `${block.text} (${block.note})`;
      return wrap(text, width).map((line) => paint(line, block.tone));
    }
    case 'rows':
      return block.rows.flatMap((row) => rowLines(row, page));
    case 'list':
      return block.items.flatMap((item) => hang('- ', wrap(item, width - 2)));
    case 'table':
      return tableLines(block, width, paint);
    case 'figure':
      return block.lines;
    case 'verbatim':
      return block.text.split('\n').flatMap((line) => hang('| ', wrapHard(line, width - 2)));
  }
};

const labelColumns = ({ blocks }: Section): number =>
  Math.max(
    0,
    ...blocks.flatMap((block) => (block.kind === 'rows' ? block.rows.map(({ label }) => columnsOf(label)) : [])),
  ) + 2;

const sectionLines = (section: Section, { width, paint }: Omit<Page, 'columns'>): readonly string[] => {
  const indent = section.title === undefined ? '' : margin;
  const page = { width: width - indent.length, paint, columns: labelColumns(section) };
  const blocks = section.blocks.map((block) => blockLines(block, page).map((line) => `${indent}${line}`.trimEnd()));
  const body = blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  return section.title === undefined ? body : [paint(section.title, 'title'), '', ...body];
};

/** A document as a terminal shows it. Ends with a line break. */
export const showDocument = (document: Document, { width, colour }: Omit<TerminalOptions, 'words'>): string => {
  const page = { width, paint: painter(colour) };
  return `${document.map((section) => sectionLines(section, page).join('\n')).join('\n\n')}\n`;
};

/** The screen. Pure: the same diagnosis and options give the same text. Ends with a line break. */
export const renderTerminal = (diagnosis: Diagnosis, { words, ...options }: TerminalOptions): string =>
  showDocument(compose(diagnosis, words), options);
