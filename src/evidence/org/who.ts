import { defined } from '../../model/index.ts';
import { rowOf, text, time, type Row } from './rows.ts';

/** `Ada Admin (ada@acme.com)`, of what a relationship to User brings; what is missing is left out. */
export const personIn = (related: unknown): string | undefined => {
  const { Name, Username } = rowOf(related) ?? {};
  const username = text(Username);
  const name = text(Name) ?? username;
  return username === undefined || name === username ? name : `${name ?? ''} (${username})`;
};

/** Columns that every record has: when it was changed last, and by whom. */
export const lastChangeColumns = ['LastModifiedDate', 'LastModifiedBy.Name', 'LastModifiedBy.Username'];

export type LastChange = { readonly changedAt?: string; readonly changedBy?: string };

export const lastChange = (row: Row): LastChange =>
  defined({ changedAt: time(row.LastModifiedDate), changedBy: personIn(row.LastModifiedBy) });

/** Of two records that are one thing, the change that came later: who made the other one did not make it. */
export const laterOf = (one: LastChange, other: LastChange): LastChange => {
  const { changedAt, changedBy } = (other.changedAt ?? '') > (one.changedAt ?? '') ? other : one;
  return defined({ changedAt, changedBy });
};
