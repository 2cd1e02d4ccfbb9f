import { nextId } from '../../state/ids.ts';
import type { Org } from '../../state/types.ts';
import { notFound, ok, refusal, type Answer } from '../rest/answer.ts';
import type { ApiRequest, Desk } from '../rest/desk.ts';
import { SoqlRefusal } from '../soql/refusal.ts';
import { runMore, runQuery, type Page } from '../soql/run.ts';
import { columnsFor, csvOf, delimiters, lineEndings, type CsvForm } from './csv.ts';

/** A query job, which is over as soon as it was made. */
type Job = CsvForm & {
  id: string;
  operation: 'query' | 'queryAll';
  text: string;
  object: string;
  rows: number;
  userId: string;
  createdAt: number;
};

const jobs = new WeakMap<Org, Map<string, Job>>();

const jobsOf = (org: Org): Map<string, Job> => {
  const known = jobs.get(org) ?? new Map<string, Job>();
  jobs.set(org, known);
  return known;
};

/** Where nobody asks for fewer. */
const mostRows = 50_000;

const pageOf = (desk: Desk, text: string, pageSize: number): Page =>
  runQuery(desk.scene, { api: 'rest', version: desk.version, text, pageSize, alsoFilterable: new Set() });

const given = (body: unknown, name: string): string | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
};

const isKeyOf = <T extends object>(one: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(one, key);

const formOf = (body: unknown): CsvForm | undefined => {
  const [columnDelimiter, lineEnding] = [given(body, 'columnDelimiter') ?? 'COMMA', given(body, 'lineEnding') ?? 'LF'];
  return isKeyOf(delimiters, columnDelimiter) && isKeyOf(lineEndings, lineEnding)
    ? { columnDelimiter, lineEnding }
    : undefined;
};

const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

const told = ({ version }: Desk, job: Job, state: 'UploadComplete' | 'JobComplete'): Record<string, unknown> => ({
  id: job.id,
  operation: job.operation,
  object: job.object,
  createdById: job.userId,
  createdDate: stamp(job.createdAt),
  systemModstamp: stamp(job.createdAt),
  state,
  concurrencyMode: 'Parallel',
  contentType: 'CSV',
  apiVersion: version,
  lineEnding: job.lineEnding,
  columnDelimiter: job.columnDelimiter,
});

const create = (desk: Desk, { body }: ApiRequest): Answer => {
  const [operation, text, form] = [given(body, 'operation'), given(body, 'query'), formOf(body)];
  if ((operation !== 'query' && operation !== 'queryAll') || text === undefined || form === undefined)
    return refusal(400, 'INVALIDJOB', 'A query job wants an operation and a query, and a known form of CSV.');
  columnsFor(text);
  const { entity, totalSize } = pageOf(desk, text, 1);
  const { org, viewer, now } = desk.scene;
  const id = nextId(org, '750');
  const job: Job = {
    id,
    operation,
    text,
    object: entity,
    rows: totalSize,
    userId: viewer.userId,
    createdAt: now,
    ...form,
  };
  jobsOf(org).set(id, job);
  return ok(told(desk, job, 'UploadComplete'));
};

const stateOf = (desk: Desk, job: Job): Answer =>
  ok({
    ...told(desk, job, 'JobComplete'),
    jobType: 'V2Query',
    numberRecordsProcessed: job.rows,
    retries: 0,
    totalProcessingTime: 1,
  });

/** `Sforce-Locator: null` where there is nothing more. */
const results = (desk: Desk, job: Job, { query }: ApiRequest): Answer => {
  const locator = query.get('locator');
  const size = Number(query.get('maxRecords') ?? mostRows);
  const page = locator === null ? pageOf(desk, job.text, size) : runMore(desk.scene, locator);
  return {
    status: 200,
    body: csvOf(columnsFor(job.text), page.records, job),
    type: 'text/csv',
    headers: { 'Sforce-Locator': page.next ?? 'null', 'Sforce-NumberOfRecords': String(page.records.length) },
  };
};

const answer = (desk: Desk, request: ApiRequest, [id, part]: readonly string[]): Answer => {
  const { method } = request;
  if (id === undefined) return method === 'POST' ? create(desk, request) : notFound();
  const all = jobsOf(desk.scene.org);
  const job = all.get(id);
  if (job === undefined) return notFound();
  if (method === 'DELETE') {
    all.delete(id);
    return { status: 204, body: '' };
  }
  if (method !== 'GET') return notFound();
  return part === 'results' ? results(desk, job, request) : stateOf(desk, job);
};

/** Bulk API 2.0: `jobs/query`, `jobs/query/<id>`, `jobs/query/<id>/results`. */
export const queryJobs = (desk: Desk, request: ApiRequest, steps: readonly string[]): Answer => {
  try {
    return answer(desk, request, steps);
  } catch (error) {
    if (error instanceof SoqlRefusal) return refusal(400, error.code, error.message);
    throw error;
  }
};
