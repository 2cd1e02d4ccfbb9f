import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import type { FilePlace, IpRange } from '../../model/index.ts';

/** One element of a metadata file, and where it begins. */
export type Element = {
  readonly name: string;
  /** Without the blanks around it; empty where it has elements. */
  readonly text: string;
  readonly at: FilePlace;
  readonly children: readonly Element[];
};

/** What keeps a file from being read. */
export type Unreadable = { readonly unreadable: string; readonly at: FilePlace };

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: true,
});

/** Where each line of a text begins: a big profile has some ten thousand. */
const linesOf = (text: string): readonly number[] => [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];

type Source = { readonly file: string; readonly lines: readonly number[] };

const placeIn = ({ file, lines }: Source, index: number): FilePlace => {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: index - (lines[low] ?? 0) + 1 };
};

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

const textNode = '#text';

/** The parser keeps it under a symbol that is its own. */
const startOf = (node: object): number => {
  const [found] = Object.getOwnPropertySymbols(node).map((symbol): unknown => Reflect.get(node, symbol));
  return isObject(found) && typeof found.startIndex === 'number' ? found.startIndex : 0;
};

const textIn = (nodes: readonly unknown[]): string =>
  nodes.flatMap((node) => (isObject(node) && typeof node[textNode] === 'string' ? [node[textNode]] : [])).join('');

const elementsIn = (nodes: unknown, source: Source): readonly Element[] =>
  Array.isArray(nodes) ? nodes.flatMap((node: unknown) => elementOf(node, source)) : [];

const elementOf = (node: unknown, source: Source): readonly Element[] => {
  if (!isObject(node)) return [];
  const name = Object.keys(node).find((key) => key !== textNode && key !== ':@');
  const inside: unknown = name === undefined ? undefined : node[name];
  if (name === undefined || !Array.isArray(inside)) return [];
  return [{ name, text: textIn(inside), at: placeIn(source, startOf(node)), children: elementsIn(inside, source) }];
};

const numberIn = (error: object, name: 'line' | 'col'): number => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'number' ? value : 1;
};

const complaint = (error: unknown, file: string): Unreadable =>
  error instanceof Error
    ? { unreadable: error.message, at: { file, line: numberIn(error, 'line'), column: numberIn(error, 'col') } }
    : { unreadable: String(error), at: { file, line: 1, column: 1 } };

/** The root element of a file. Never throws. */
export const parseXml = (text: string, file: string): Element | Unreadable => {
  try {
    SyntaxValidator.validate(text);
    const [root] = elementsIn(parser.parse(text), { file, lines: linesOf(text) });
    return root ?? complaint('', file);
  } catch (error) {
    return complaint(error, file);
  }
};

export const childrenOf = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name);

/** The first element of a path of names. */
export const at = (element: Element, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((found, name) => found?.children.find((child) => child.name === name), element);

export const textAt = (element: Element, ...path: readonly string[]): string | undefined => {
  const found = at(element, ...path)?.text;
  return found === '' ? undefined : found;
};

/** A range of addresses, by what its ends are called there; none where one is missing. */
export const rangesIn = (
  ranges: readonly Element[],
  { start: from, end: to }: { readonly start: string; readonly end: string },
): readonly IpRange[] =>
  ranges.flatMap((range) => {
    const [start, end] = [textAt(range, from), textAt(range, to)];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
