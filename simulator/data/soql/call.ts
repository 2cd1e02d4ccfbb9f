import type { Column, SObject, ApiName } from '../schema/objects.ts';
import { columnsOf, isInVersion, isKnownName, objectNamed } from '../schema/objects.ts';
import { seesColumn, seesObject, seenRows, type Viewer } from '../schema/visibility.ts';
import { id15 } from '../../state/ids.ts';
import { SoqlRefusal } from './refusal.ts';
import { placeOf, type Clause, type Word } from './words.ts';

/** One query of one session. `touched`: keys of the objects whose rows it needs. */
export type Call = {
  api: ApiName;
  version: number;
  viewer: Viewer;
  now: number;
  /** Zone of date literals and of `convertTimezone`. */
  zone: string;
  /** Columns that this org filters although its reference page contradicts itself: `LoginHistory.SourceIp`. */
  alsoFilterable: ReadonlySet<string>;
  text: string;
  words: readonly Word[];
  touched: Set<string>;
  /** How many SELECTs and table aliases were used so far. */
  counters: { select: number; alias: number };
};

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const nextAlias = (call: Call): string => `t${call.counters.alias++}`;

const hint = (kind: string, suffix: string, article: string): string =>
  `If you are attempting to use a custom ${kind}, be sure to append the '${suffix}' after the ${article} name. Please reference your WSDL or the describe call for the appropriate names.`;

/** Refusals of a word of the query, with the window round it. */
export const refuseAt = (
  call: Call,
  select: number,
  clause: Clause,
  word: string,
  code: string,
  text: string,
): SoqlRefusal => new SoqlRefusal(code, text, { query: call.text, at: placeOf(call.words, select, clause, word) });

export const noSuchColumn = (
  call: Call,
  select: number,
  clause: Clause,
  path: string,
  column: string,
  entity: string,
): SoqlRefusal =>
  refuseAt(
    call,
    select,
    clause,
    path,
    'INVALID_FIELD',
    `No such column '${column}' on entity '${entity}'. ${hint('field', '__c', 'custom field')}`,
  );

export const noSuchRelationship = (
  call: Call,
  select: number,
  clause: Clause,
  path: string,
  name: string,
): SoqlRefusal =>
  refuseAt(
    call,
    select,
    clause,
    path,
    'INVALID_FIELD',
    `Didn't understand relationship '${name}' in field path. ${hint('relationship', '__r', 'custom relationship')}`,
  );

/** The object of a FROM. Unknown ones are refused with a hint, hidden ones and those of the other API in short. */
export const objectOf = (call: Call, select: number, name: string): SObject => {
  const object = objectNamed(name, call.api);
  if (object !== undefined && isInVersion(object, call.version) && seesObject(call.viewer, object)) return object;
  if (isKnownName(name)) throw new SoqlRefusal('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  throw refuseAt(
    call,
    select,
    'from',
    name,
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. ${hint('object', '__c', 'entity')}`,
  );
};

export const visibleColumns = (call: Call, object: SObject): readonly Column[] =>
  columnsOf(object, call.version).filter((column) => seesColumn(call.viewer, object, column));

/** What stands after FROM: the table, or as much of it as the viewer sees. */
export const visibleTable = (call: Call, object: SObject): string => {
  call.touched.add(object.key);
  const table = `"${object.key}"`;
  const rows = seesObject(call.viewer, object) ? seenRows(call.viewer, object) : 'none';
  if (rows === 'all') return table;
  const condition = rows === 'none' ? '0' : `substr("${rows.ownBy}", 1, 15) = ${quoted(id15(call.viewer.userId))}`;
  return `(SELECT * FROM ${table} WHERE ${condition})`;
};
