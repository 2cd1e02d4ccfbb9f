import { isoOf } from '../../model/index.ts';
import type { OrgAnswer, OrgRefusal, OrgRequest } from '../org-wire.ts';

/** One row or component. SOAP brings booleans and numbers as text, and a single repeated element as itself: both are read here. */
export type Row = Readonly<Record<string, unknown>>;

export const rowOf = (value: unknown): Row | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined;

/** A list, a single thing, or nothing, as a list. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

export const rowsOf = (value: unknown): readonly Row[] =>
  listOf(value).flatMap((item) => {
    const row = rowOf(item);
    return row === undefined ? [] : [row];
  });

/** The records of a query. */
export const records = (answer: OrgAnswer): readonly Row[] => (answer.ok ? rowsOf(rowOf(answer.body)?.records) : []);

/** The components of a `readMetadata`: what does not exist or may not be read comes without `fullName`. */
export const components = (answer: OrgAnswer): readonly Row[] =>
  answer.ok ? rowsOf(answer.body).filter((row) => text(row.fullName) !== undefined) : [];

/** The further page of an answer, if there is one. */
export const nextPage = (answer: OrgAnswer): OrgRequest | undefined => {
  const next = answer.ok ? text(rowOf(answer.body)?.nextRecordsUrl) : undefined;
  return next === undefined ? undefined : { kind: 'get', path: next.replace(/^\/services\/data\/v[^/]+\//u, '') };
};

/** One row or component, none, or why the org does not tell. */
export type OneRow = { readonly ok: true; readonly row: Row | undefined } | OrgRefusal;

/** Of an answer, the row that `pick` finds in it. */
export const oneRow = (answer: OrgAnswer, pick: (answer: OrgAnswer) => Row | undefined): OneRow =>
  answer.ok ? { ok: true, row: pick(answer) } : answer;

/** The first component of a `readMetadata`. */
export const oneComponent = (answer: OrgAnswer): OneRow => oneRow(answer, (found) => components(found)[0]);

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const truth = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
};

/** `29.0` as well: what is no number (`N/A`) is none. */
export const number = (value: unknown): number | undefined => {
  const told = typeof value === 'number' ? value : Number(text(value) ?? Number.NaN);
  return Number.isNaN(told) ? undefined : told;
};

export const whole = (value: unknown): number | undefined => {
  const told = number(value);
  return Number.isInteger(told) ? told : undefined;
};

/** What an answer must hold; without it, it cannot be read, and says nothing. */
class Unreadable extends Error {
  public override readonly name = 'Unreadable';
}

/** Throws `Unreadable` where it is not there, or is something else. */
export const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Unreadable();
  return value;
};

/** `2026-11-23T04:05:06.000+0000` as UTC ISO 8601. */
export const time = (value: unknown): string | undefined => {
  const ms = Date.parse(text(value) ?? '');
  return Number.isNaN(ms) ? undefined : isoOf(ms);
};

export const sameText = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();
