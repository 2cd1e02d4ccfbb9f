import type { OrgAnswer, OrgRefusal } from './org-wire.ts';

type Shape = Readonly<Record<string, unknown>>;

const shape = (value: unknown): Shape => (typeof value === 'object' && value !== null ? (value as Shape) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `sf:INSUFFICIENT_ACCESS` on the Metadata API is `INSUFFICIENT_ACCESS` elsewhere. */
const bare = (code: string | undefined): string | undefined => code?.replace(/^\w+:/u, '');

const refusal = (parts: { status?: unknown; code?: string | undefined; message?: string | undefined }): OrgRefusal => ({
  ok: false,
  ...(typeof parts.status === 'number' ? { status: parts.status } : {}),
  ...(parts.code === undefined ? {} : { code: parts.code }),
  ...(parts.message === undefined ? {} : { message: parts.message }),
});

/** One part of a Composite Batch: `{ statusCode, result }`. An error body is an array of one object, or the object. */
export const partAnswer = (part: unknown): OrgAnswer => {
  const { statusCode, result } = shape(part);
  if (typeof statusCode !== 'number') return { ok: false, trouble: 'unreachable' };
  if (statusCode < 400) return { ok: true, status: statusCode, body: result };
  const error = shape(Array.isArray(result) ? result[0] : result);
  return refusal({ status: statusCode, code: bare(text(error.errorCode)), message: text(error.message) });
};

/** Codes of network errors, from the error itself or what caused it. */
const networkCode = (error: Shape): string | undefined => text(error.code) ?? text(shape(error.cause).code);

/**
 * What jsforce threw, as an answer. `ERROR_HTTP_<status>` stands for an answer that was not JSON: a page of a proxy, of the
 * edge or of a maintenance; its text is of no use and is dropped.
 */
export const thrownAnswer = (error: unknown): OrgRefusal => {
  const thrown = shape(error);
  const message = text(thrown.message);
  if (thrown.name === 'AbortError' || thrown.name === 'TimeoutError') return { ok: false, trouble: 'timed-out' };
  const status = /^ERROR_HTTP_(\d+)$/u.exec(text(thrown.errorCode) ?? '')?.[1];
  if (status !== undefined) return { ok: false, status: Number(status), trouble: 'unreachable' };
  const code = bare(text(thrown.errorCode));
  if (code !== undefined) return refusal({ code, message });
  if (message?.startsWith('Unable to refresh session') === true)
    return refusal({ code: 'INVALID_SESSION_ID', message });
  const network = networkCode(thrown);
  return { ok: false, trouble: 'unreachable', ...(network === undefined ? {} : { code: network }) };
};
