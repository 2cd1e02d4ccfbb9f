import type { LoggedRequest } from '../../simulator/index.ts';

type Enveloped = {
  readonly batchRequests?: ReadonlyArray<{ readonly method: string }>;
  readonly compositeRequest?: ReadonlyArray<{ readonly method: string }>;
};

/** The parts of a Composite or a Composite Batch are GETs, all of them. */
const onlyGets = ({ body }: LoggedRequest): boolean => {
  const { batchRequests = [], compositeRequest = [] } = JSON.parse(body) as Enveloped;
  return [...batchRequests, ...compositeRequest].every(({ method }) => method === 'GET');
};

/** The names of the SOAP calls in an envelope. */
const soapCalls = ({ body }: LoggedRequest): string[] =>
  [...body.matchAll(/<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/gu)].map((match) => match[1] ?? '');

/** Whether a request to an org changes nothing there. */
export const onlyReadsOrg = (request: LoggedRequest): boolean => {
  if (request.method === 'GET') return true;
  if (/\/services\/data\/v\d+\.0\/(?:tooling\/)?composite(?:\/batch)?$/u.test(request.path)) return onlyGets(request);
  return request.path.includes('/services/Soap/m/') && soapCalls(request).join() === 'readMetadata';
};

/** Requests that overlap in time were sent together: one round trip. Simulated times, ms. */
export const roundTrips = (requests: readonly LoggedRequest[]): number => {
  let trips = 0;
  let until = -Infinity;
  for (const { startedAt, endedAt = startedAt } of requests.toSorted((a, b) => a.startedAt - b.startedAt)) {
    if (startedAt >= until) trips += 1;
    until = Math.max(until, endedAt);
  }
  return trips;
};
