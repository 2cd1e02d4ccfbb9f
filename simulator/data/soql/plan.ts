import type { SObject } from '../schema/objects.ts';

/** One value of an answer: under which parents, by which name, of which type, in which column of the SQL. */
export type Cell = { path: readonly string[]; name: string; type: string; at: number };

/** A parent of a row and the SQL column of its id: null = there is none. */
export type ParentCell = { path: readonly string[]; object: SObject; at: number };

export type ChildPlan = { name: string; plan: RowsPlan };

export type RowsPlan = {
  kind: 'rows';
  object: SObject;
  /** Column 0 is the id of the row itself. A child's plan has one open parameter: the first 15 characters of the parent's id. */
  sql: string;
  countSql: string;
  parents: readonly ParentCell[];
  cells: readonly Cell[];
  children: readonly ChildPlan[];
};

export type AggregatePlan = {
  kind: 'aggregate';
  object: SObject;
  sql: string;
  countSql: string;
  cells: readonly Cell[];
};

/** `SELECT COUNT() ...`: a number and no rows. */
export type CountPlan = { kind: 'count'; object: SObject; countSql: string };

export type Plan = RowsPlan | AggregatePlan | CountPlan;
