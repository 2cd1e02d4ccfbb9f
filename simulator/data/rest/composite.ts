import { notFound, ok, refusal, type Answer } from './answer.ts';
import { partOf, takesPart, type Envelope } from './dialect.ts';
import type { ApiRequest, Desk } from './desk.ts';
import { fillReferences, type Bodies } from './references.ts';
import { versionIn } from './versions.ts';

type Route = (desk: Desk, request: ApiRequest) => Answer;

const mostParts = 25;
const mostQueries = 5;

type Part = {
  method?: string;
  url?: string;
  referenceId?: string;
  httpHeaders?: Record<string, string>;
  body?: unknown;
};
type BatchPart = { method?: string; url?: string; richInput?: unknown };

const partsOf = <T>(body: unknown, name: string): T[] => {
  const list = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return Array.isArray(list) ? (list as T[]) : [];
};

const isQuery = ({ url = '' }: Part): boolean => /\/(query|queryAll|composite\/sobjects)(\/|\?|$)/.test(url);

const tooMany = (limit: number, what: string): Answer =>
  refusal(400, 'LIMIT_EXCEEDED', `Limit exceeded: at most ${limit} ${what} in one composite request`);

/** `/services/data/v64.0/query?q=...`, or for a batch from the version on. A part may ask another version. */
const targetOf = (desk: Desk, url: string): { desk: Desk; path: string; query: URLSearchParams } => {
  const parsed = new URL(url.replace(/^\/services\/data\//, '').replace(/^\/?/, '/'), 'http://org');
  const [, segment = '', ...rest] = parsed.pathname.split('/');
  return {
    desk: { ...desk, version: versionIn(segment) ?? desk.version },
    path: decodeURI(rest.join('/')),
    query: parsed.searchParams,
  };
};

/** What parts travel in, and who answers them. */
type Way = { readonly envelope: Envelope; readonly route: Route };

const ask = (desk: Desk, part: Part, url: string, { envelope, route }: Way): Answer => {
  const target = targetOf(desk, url);
  const { dialect } = desk.context.world;
  if (!takesPart(dialect, envelope, target.path)) return notFound();
  const headers = Object.fromEntries(
    Object.entries(part.httpHeaders ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const answer = route(target.desk, {
    method: part.method ?? 'GET',
    path: target.path,
    query: target.query,
    headers,
    body: part.body,
  });
  return partOf(dialect, envelope, target.path, answer);
};

const halted = (reference: string): Answer => {
  const [id = ''] = reference.split(/[.[]/);
  return refusal(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${reference} found in ${id}`);
};

/** References may come encoded or as they are. */
const askPart = (desk: Desk, part: Part, bodies: Bodies, way: Way): Answer => {
  const url = part.url ?? '';
  if (!/@\{|%40%7b/i.test(url)) return ask(desk, part, url, way);
  const filled = fillReferences(
    url.replaceAll(/%40%7b(.*?)%7d/gi, (_, inner: string) => `@{${decodeURIComponent(inner)}}`),
    bodies,
  );
  return 'missing' in filled ? halted(filled.missing) : ask(desk, part, filled.text, way);
};

/** 200 outside whatever its parts say; each part with the status it would have had. One call for the org's count. */
export const composite = (desk: Desk, request: ApiRequest, way: Way): Answer => {
  const parts = partsOf<Part>(request.body, 'compositeRequest');
  if (parts.length > mostParts) return tooMany(mostParts, 'subrequests');
  if (parts.filter(isQuery).length > mostQueries) return tooMany(mostQueries, 'queries');
  const bodies = new Map<string, unknown>();
  const compositeResponse = parts.map((part) => {
    const { status, body, headers = {} } = askPart(desk, part, bodies, way);
    const referenceId = part.referenceId ?? '';
    if (status < 400) bodies.set(referenceId, body);
    return { body, httpHeaders: headers, httpStatusCode: status, referenceId };
  });
  return ok({ compositeResponse });
};

/** One after the other, without references; each part counts as a call of its own. */
export const batch = (desk: Desk, request: ApiRequest, route: Route): Answer => {
  const parts = partsOf<BatchPart>(request.body, 'batchRequests');
  if (parts.length > mostParts) return tooMany(mostParts, 'subrequests');
  const results = parts.map((part) => {
    desk.scene.org.apiUsage += 1;
    const { status, body } = ask(desk, { ...part, body: part.richInput }, part.url ?? '', {
      envelope: 'composite/batch',
      route,
    });
    return { statusCode: status, result: body };
  });
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
};
