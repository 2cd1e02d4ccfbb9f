/** How a piece of text weighs. Never the only carrier of a meaning: the words say it too. */
export type Tone = 'plain' | 'strong' | 'bad' | 'unsure' | 'good' | 'quiet';

/** What stands behind a label. `copy`: a command or a link that a person copies, so it is never broken. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'copy'; readonly text: string };

export type Row = { readonly label: string; readonly cells: readonly Cell[] };

/** `most`: columns of a terminal that it may take; the last one takes what is left. */
type Column = { readonly label: string; readonly most?: number };

/** `tone`: of the first cell. */
export type TableRow = { readonly cells: readonly string[]; readonly tone: Tone };

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone: Tone }
  /** The line that names a finding. */
  | { readonly kind: 'headline'; readonly text: string; readonly tone: Tone; readonly note?: string }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] }
  /** As it came, line by line. */
  | { readonly kind: 'verbatim'; readonly text: string }
  /** What is drawn: in lines of text, and as HTML. */
  | { readonly kind: 'figure'; readonly lines: readonly string[]; readonly html: string };

export type Section = { readonly title?: string; readonly blocks: readonly Block[] };

/** A report, before it is known whether a terminal or a page will show it. */
export type Document = readonly Section[];

export const text = (words: string, tone: Tone = 'plain'): Block => ({ kind: 'text', text: words, tone });

export const row = (label: string, ...cells: ReadonlyArray<Cell | string>): Row => ({
  label,
  cells: cells.map((cell) => (typeof cell === 'string' ? { kind: 'text', text: cell } : cell)),
});

/** Rows as one block; no block where there are none. */
export const rows = (all: readonly Row[]): readonly Block[] => (all.length === 0 ? [] : [{ kind: 'rows', rows: all }]);

/** A section; none where it has nothing to say. */
export const section = (title: string, blocks: readonly Block[]): Document =>
  blocks.length === 0 ? [] : [{ title, blocks }];
