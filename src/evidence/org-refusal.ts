import { defined } from '../model/index.ts';
import type { OrgAnswer, OrgRefusal } from './org-wire.ts';

type Shape = Readonly<Record<string, unknown>>;

const shape = (value: unknown): Shape => (typeof value === 'object' && value !== null ? (value as Shape) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const refusal = (parts: { status?: unknown; code?: string | undefined; message?: string | undefined }): OrgRefusal => ({
  ok: false,
  ...(typeof parts.status === 'number' ? { status: parts.status } : {}),
  ...defined({ code: parts.code, message: parts.message }),
});

/** One part of a Composite Batch: `{ statusCode, result }`. An error body is an array of one object, or the object. */
export const partAnswer = (part: unknown): OrgAnswer => {
  const { statusCode, result } = shape(part);
  if (typeof statusCode !== 'number') return { ok: false, trouble: 'unreachable' };
  if (statusCode < 400) return { ok: true, status: statusCode, body: result };
  const error = shape(Array.isArray(result) ? result[0] : result);
  return refusal({ status: statusCode, code: text(error.errorCode), message: text(error.message) });
};
