import { whyNot } from '../evidence/denial.ts';
import { isShort } from '../evidence/org-again.ts';
import { fits } from '../evidence/org-shape.ts';
import { questionOf } from '../evidence/org/question-of.ts';
import { records } from '../evidence/org/rows.ts';
import type { Heard, OrgAnswer, OrgRequest } from '../evidence/org-wire.ts';
import { defined } from '../model/index.ts';
import type { TestAnswer, TestReason, TestVerdict } from '../model/index.ts';

/** Of a component or a row: what it names, without the envelope of the API. */
const columnsIn = (row: unknown): readonly string[] =>
  typeof row === 'object' && row !== null
    ? Object.keys(row).filter((name) => name !== 'attributes' && !name.startsWith('@'))
    : [];

const rowsIn = (answer: OrgAnswer): readonly unknown[] | undefined => {
  if (!answer.ok) return undefined;
  const { body } = answer;
  if (Array.isArray(body)) return body.map((row: unknown) => row);
  return typeof body === 'object' && body !== null && 'records' in body ? records(answer) : undefined;
};

const totalIn = (answer: OrgAnswer): number | undefined => {
  if (!answer.ok || typeof answer.body !== 'object' || answer.body === null) return undefined;
  const total: unknown = Reflect.get(answer.body, 'totalSize');
  return typeof total === 'number' ? total : rowsIn(answer)?.length;
};

export const answerIn = ({ way, answer }: Heard): TestAnswer => ({
  way,
  ...defined({
    status: answer.status,
    code: answer.ok ? undefined : (answer.code ?? answer.trouble),
    rows: totalIn(answer),
  }),
  columns: columnsIn(rowsIn(answer)?.[0]).toSorted(),
});

/** Columns by which an answer can be told to be whole: no function, no path to another object. */
const plainColumns = (request: OrgRequest): readonly string[] =>
  questionOf(request).columns.filter((column) => /^\w+$/u.test(column));

const lacks = (answer: OrgAnswer, wanted: readonly string[]): boolean => {
  const rows = rowsIn(answer) ?? [];
  return rows.some((row) => wanted.some((column) => !columnsIn(row).includes(column)));
};

/** Rows come and go while we ask. */
const moving: ReadonlySet<string> = new Set([
  'LoginHistory',
  'SetupAuditTrail',
  'OauthToken',
  'AuthSession',
  'UserLogin',
]);

const hasMoved = (request: OrgRequest, product: OrgAnswer, plain: OrgAnswer): boolean =>
  !moving.has(questionOf(request).object) && totalIn(product) !== totalIn(plain);

export type Compared = { readonly verdict: TestVerdict; readonly reason?: TestReason };

const differs = (reason: TestReason): Compared => ({ verdict: 'differs', reason });
const unseen = (reason: TestReason): Compared => ({ verdict: 'not-seen', reason });

const whyUnseen = (answer: Extract<OrgAnswer, { ok: false }>): Compared => {
  const why = whyNot(answer);
  if (why === 'no-permission') return unseen('permission');
  if (why === 'not-there') return unseen('absent');
  return why === 'refused' ? differs('refused-alone') : unseen('no-answer');
};

/** What both ways brought, held against what was believed. */
export const compare = (request: OrgRequest, product: OrgAnswer, plain: OrgAnswer): Compared => {
  if (!plain.ok) return product.ok ? differs('refused-alone') : whyUnseen(plain);
  if (!product.ok) return differs('refused-together');
  const believed = plainColumns(request);
  if (lacks(plain, believed) || lacks(product, believed)) return differs('columns');
  if (!fits(request, plain) || !fits(request, product)) return differs('shape');
  return isShort(product) || isShort(plain) || hasMoved(request, product, plain)
    ? differs('rows')
    : { verdict: 'holds' };
};
