import { rowAndColumn, windowAround } from './window.ts';

/** A query that Salesforce refuses. `at`: offset of the offending word in the query; without it there is no context block. */
export class SoqlRefusal extends Error {
  readonly code: string;

  constructor(code: string, text: string, where?: { query: string; at: number }) {
    super(where === undefined ? text : contextBlock(where.query, where.at) + text);
    this.name = 'SoqlRefusal';
    this.code = code;
  }
}

/** Line feed, a piece of the query, a caret under the offending word, its row and column, line feed. */
const contextBlock = (query: string, at: number): string => {
  const { text, caret } = windowAround(query, at);
  const { row, column } = rowAndColumn(query, at);
  return `\n${text}\n${' '.repeat(caret)}^\nERROR at Row:${row}:Column:${column}\n`;
};
