import type { LoginRow } from '../model/index.ts';
import { isPerson, isWithoutApp } from '../preview/integrations.ts';

/** A row, and whose it is. */
export type OwnedRow = LoginRow & { readonly userId: string };

/** An integration of the history: one user, through one app, in one kind of login. Newest row first. */
export type Course = { readonly userId: string; readonly rows: readonly [OwnedRow, ...OwnedRow[]] };

const keyOf = ({ userId, application, loginType, loginSubType }: OwnedRow): string =>
  JSON.stringify([userId, application, loginType, loginSubType]);

/** Undefined: no app was gone through. */
export const appOf = (row: LoginRow): string | undefined => (isWithoutApp(row) ? undefined : row.application);

/** The integrations that the rows are of, those with the most logins first; people are none. */
export const coursesIn = (rows: readonly OwnedRow[]): readonly Course[] => {
  const machines = rows.filter((row) => !isPerson(row));
  return [...Map.groupBy(machines, keyOf).values()]
    .flatMap((own): readonly Course[] => {
      const [first, ...rest] = own.toSorted((a, b) => b.at.localeCompare(a.at));
      return first === undefined ? [] : [{ userId: first.userId, rows: [first, ...rest] }];
    })
    .toSorted((a, b) => b.rows.length - a.rows.length);
};
