import { setTimeout as sleep } from 'node:timers/promises';
import type { OrgAnswer, OrgPort, OrgRequest } from '../../../evidence/org-wire.ts';

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

const ask = async <T>(port: OrgPort, parts: ReadonlyArray<Part<T>>): Promise<Array<Answered<T>>> => {
  const answers = await port.wave(parts.map(({ request }) => request));
  return parts.map(({ of }, at) => ({ of, answer: answers[at] ?? { ok: false, trouble: 'unreachable' } }));
};

/** May be answered a moment later. Source: limits sheet, section 7; the allowance of a day is not worth waiting for. */
const isBusy = ({ answer }: Answered<unknown>): boolean => {
  if (answer.ok) return false;
  const { trouble, status = 0, code = '', message = '' } = answer;
  if (code === 'REQUEST_LIMIT_EXCEEDED') return !message.includes('TotalRequests');
  return trouble === 'unreachable' || status >= 500 || message.includes('creation of the query cursor at this time');
};

/** Sends all parts, one HTTP request after the other; what the org was too busy for is asked once again. */
export const send = async <T>(port: OrgPort, parts: ReadonlyArray<Part<T>>): Promise<ReadonlyArray<Answered<T>>> => {
  const all: Array<Answered<T>> = [];
  for (const batch of batches(parts)) {
    const answered = await ask(port, batch);
    const busy = batch.filter((_part, at) => answered[at] !== undefined && isBusy(answered[at]));
    all.push(...answered.filter((one) => !isBusy(one)));
    if (busy.length === 0) continue;
    await sleep(pauseMs);
    all.push(...(await ask(port, busy)));
  }
  return all;
};
