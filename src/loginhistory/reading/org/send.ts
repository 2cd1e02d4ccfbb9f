import type { OrgAnswer, OrgRequest } from '../../../evidence/org-wire.ts';
import { ask, nothing, type Asking, type Wave } from '../../../evidence/waves.ts';

/** One question of many. `rows`: about how many rows the org must read for it. */
export type Part<T> = { readonly request: OrgRequest; readonly rows: number; readonly of: T };

export type Answered<T> = { readonly answer: OrgAnswer; readonly of: T };

/** A Composite Batch takes 25 parts, one after the other, in one HTTP request that must not take too long. */
const partsInRequest = 25;
const mostRows = 5_000_000;

const pauseMs = 1000;

const batches = <T>(parts: ReadonlyArray<Part<T>>): ReadonlyArray<ReadonlyArray<Part<T>>> => {
  const found: Array<Array<Part<T>>> = [];
  let rows = Infinity;
  for (const part of parts) {
    const last = found.at(-1);
    if (last === undefined || last.length === partsInRequest || rows + part.rows > mostRows) {
      found.push([part]);
      rows = part.rows;
    } else {
      last.push(part);
      rows += part.rows;
    }
  }
  return found;
};

const askParts = function* <T>(
  parts: ReadonlyArray<Part<T>>,
  how?: Pick<Wave, 'pauseMs'>,
): Asking<ReadonlyArray<Answered<T>>> {
  const answers = yield* ask(
    parts.map(({ request }) => request),
    how,
  );
  return parts.map(({ of }, at) => ({ of, answer: answers[at] ?? nothing }));
};

/** May be answered a moment later. Source: limits sheet, section 7; the allowance of a day is not worth waiting for. */
const isBusy = ({ answer }: Answered<unknown>): boolean => {
  if (answer.ok) return false;
  const { trouble, status = 0, code = '', message = '' } = answer;
  if (code === 'REQUEST_LIMIT_EXCEEDED') return !message.includes('TotalRequests');
  return trouble === 'unreachable' || status >= 500 || message.includes('creation of the query cursor at this time');
};

/** Sends all parts, one HTTP request after the other; what the org was too busy for is asked once again. */
export const send = function* <T>(parts: ReadonlyArray<Part<T>>): Asking<ReadonlyArray<Answered<T>>> {
  const all: Array<Answered<T>> = [];
  for (const batch of batches(parts)) {
    const answered = yield* askParts(batch);
    const busy = batch.filter((_part, at) => answered[at] !== undefined && isBusy(answered[at]));
    all.push(...answered.filter((one) => !isBusy(one)));
    if (busy.length > 0) all.push(...(yield* askParts(busy, { pauseMs })));
  }
  return all;
};
