import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { SoqlRefusal } from './refusal.ts';

const messageOf = (query: string): string | undefined => {
  try {
    parseQuery(query);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** The token that the parser did not expect; empty at the end of the query. */
const foundIn = (message: string): string | undefined =>
  [/found --> '(.*?)' <--/, /but found: '([^']*)'/, /but found: (\S+)/]
    .map((form) => form.exec(message)?.[1])
    .find((found) => found !== undefined);

const allAt = (query: string, piece: string): number[] => {
  const places: number[] = [];
  for (let at = query.indexOf(piece); at !== -1; at = query.indexOf(piece, at + 1)) places.push(at);
  return places;
};

/** The parser tells the token, not its place: it is the first one with which the query, cut behind it, goes wrong. */
const placeOfToken = (query: string, piece: string): number =>
  allAt(query, piece).find((at) => {
    const message = messageOf(query.slice(0, at + piece.length));
    return message !== undefined && foundIn(message) === piece;
  }) ?? query.lastIndexOf(piece);

/** Syntax errors count their column from 0, unlike all others: the caret stands one to the left of the token. */
const unexpected = (query: string, message: string): SoqlRefusal => {
  const strange = /unexpected character: ->(.)<- at offset: (\d+)/.exec(message);
  if (strange !== null) {
    const at = Number(strange[2]);
    const text = `line 1:${at} no viable alternative at character '${strange[1] ?? ''}'`;
    return new SoqlRefusal('MALFORMED_QUERY', text, { query, at: Math.max(0, at - 1) });
  }
  const piece = foundIn(message) ?? '';
  const at = piece === '' ? query.length : placeOfToken(query, piece);
  if (query.slice(0, at).trim() === '') return new SoqlRefusal('MALFORMED_QUERY', `unexpected token: ${piece}`);
  const text = `unexpected token: '${piece === '' ? '<EOF>' : piece}'`;
  return new SoqlRefusal('MALFORMED_QUERY', text, { query, at: Math.max(0, at - 1) });
};

export const parseSoql = (query: string): Query => {
  try {
    return parseQuery(query);
  } catch (error) {
    throw unexpected(query, error instanceof Error ? error.message : String(error));
  }
};
