import * as v from 'valibot';
import { queryIn } from './org/soql.ts';
import type { OrgAnswer, OrgRequest } from './org-wire.ts';

/** A checkbox: Salesforce has no third state for it. Source: object reference, "Primitive Data Types". */
const checkbox = v.boolean();

const someText = v.nullable(v.string());

const instant = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

const figure = v.nullable(v.number());

type Shape = v.GenericSchema;

/**
 * What a column holds, by its name: the first pattern that fits it. Settings of an org may be null where it was never given the feature;
 * of what fits none, only that it is there is asked.
 */
const columns: ReadonlyArray<readonly [name: RegExp, shape: Shape]> = [
  [/^(?:IsAdminApprovedAppsOnlyEnabled|BlockOauth\w+|IsPkceRequired|DoesApiLogin\w+)$/u, v.nullable(v.boolean())],
  [/^(?:Is|Has|Options|Permissions|OauthScopes)[A-Z]\w*$/u, checkbox],
  [/^(?:LoginTime|CreatedDate|LastModifiedDate)$/u, instant],
  [/Date$/u, v.nullable(instant)],
  [/^(?:Id|Username|Status|UserId|ProfileId|ParentId|PermissionSetId|ExternalClientApplicationId)$/u, v.string()],
  [/Id$|Name$|Type$/u, someText],
  [/^(?:NumberOfFailedLogins|NumSecondsValid|UseCount|LogFileLength)$/u, figure],
];

const shapeOf = (column: string): Shape => columns.find(([name]) => name.test(column))?.[1] ?? v.unknown();

const rowOf = (names: readonly string[]): Shape =>
  v.looseObject(Object.fromEntries(names.map((name) => [name, shapeOf(name)])));

const page = (row: Shape): Shape => v.looseObject({ totalSize: v.number(), done: v.boolean(), records: v.array(row) });

/** Of a query without grouping: its plain columns, each of which must be in each row. */
const columnsOf = (soql: string): readonly string[] =>
  (/^SELECT (.+?) FROM /u.exec(soql)?.[1] ?? '').split(', ').filter((column) => /^\w+$/u.test(column));

const isGrouped = (soql: string): boolean => soql.includes(' GROUP BY ');

const bodyOf = (request: OrgRequest): Shape => {
  if (request.kind === 'read-metadata') return v.array(v.looseObject({}));
  if (request.kind === 'log-file') return v.string();
  const soql = queryIn(request)?.soql;
  if (soql === undefined) return v.looseObject({});
  return page(isGrouped(soql) ? v.looseObject({}) : rowOf(columnsOf(soql)));
};

/** Made once for each question: a history asks some of them a hundred times. */
const shapes = new Map<string, Shape>();

const kindOf = (request: OrgRequest): string =>
  request.kind === 'get' ? request.path.replace(/(?:%20| )FROM(?:%20| ).*$/u, '') : request.kind;

const expected = (request: OrgRequest): Shape => {
  const kind = kindOf(request);
  const shape = shapes.get(kind) ?? bodyOf(request);
  shapes.set(kind, shape);
  return shape;
};

export const fits = (request: OrgRequest, answer: OrgAnswer): boolean =>
  !answer.ok || v.is(expected(request), answer.body);

/** An answer whose body has not the shape that was asked for tells nothing: it counts as refused. */
export const checked = (request: OrgRequest, answer: OrgAnswer): OrgAnswer =>
  fits(request, answer) ? answer : { ok: false, status: 200, code: 'UNEXPECTED_SHAPE' };
