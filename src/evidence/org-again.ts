import type { Get } from './org-parts.ts';
import { fits } from './org-shape.ts';
import type { OrgAnswer } from './org-wire.ts';

/** Refusals that would only come again: the session, the org's allowance, a host that has enough to do. */
const comesAgain = /^(?:INVALID_SESSION_ID|INVALID_AUTH_HEADER|REQUEST_LIMIT_EXCEEDED|SERVER_UNAVAILABLE|API_\w+)$/u;

const isBusy = (status: number | undefined): boolean =>
  status === 420 || status === 429 || (status !== undefined && status >= 500);

/** A page ends at 2,000 rows: one that ends before was cut by its envelope. Source: corrections sheet, rows 1 and 16. */
const page = 2000;

export const isShort = (answer: OrgAnswer): boolean => {
  if (!answer.ok || typeof answer.body !== 'object' || answer.body === null) return false;
  const { records, done }: { readonly records?: unknown; readonly done?: unknown } = answer.body;
  return done === false && Array.isArray(records) && records.length < page;
};

/** Whether the envelope, and not the question, may be what stands in the way: then it is worth asking alone. */
export const isWorthAlone = (part: Get, answer: OrgAnswer): boolean => {
  if (answer.ok) return !fits(part, answer) || isShort(answer);
  if (answer.envelope !== true || answer.trouble === 'timed-out') return false;
  return !isBusy(answer.status) && !comesAgain.test(answer.code ?? '');
};

/** Whether an org refuses an envelope for good, so that it need not be tried again. */
export const isRefusedForGood = (answers: readonly OrgAnswer[]): boolean =>
  answers.length > 0 &&
  answers.every((answer) => !answer.ok && answer.envelope === true && answer.status !== undefined) &&
  answers.every((answer) => !answer.ok && !isBusy(answer.status) && !comesAgain.test(answer.code ?? ''));
