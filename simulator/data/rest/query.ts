import type { ApiName } from '../schema/objects.ts';
import { SoqlRefusal } from '../soql/refusal.ts';
import { runMore, runQuery, type Page } from '../soql/run.ts';
import { columnsOf } from './columns.ts';
import { ok, refusal, type Answer } from './answer.ts';
import { refusedQuery } from './dialect.ts';
import { basePath, type ApiRequest, type Desk } from './desk.ts';

const largestPage = 2000;
const smallestPage = 200;

/** `Sforce-Query-Options: batchSize=500`: a hint, kept between 200 and 2,000. */
const pageSizeFrom = (options: string | undefined): number => {
  const asked = Number(/batchSize=(\d+)/i.exec(options ?? '')?.[1] ?? largestPage);
  return Math.min(largestPage, Math.max(smallestPage, asked));
};

const pageBody = (api: ApiName, version: number, { entity, totalSize, records, next }: Page): unknown => {
  const base = `${basePath(version)}/${api === 'tooling' ? 'tooling/' : ''}query`;
  const more = next === undefined ? {} : { nextRecordsUrl: `${base}/${next}` };
  const done = next === undefined;
  if (api === 'rest') return { totalSize, done, ...more, records };
  return {
    size: records.length,
    totalSize,
    done,
    ...more,
    queryLocator: next ?? null,
    entityTypeName: entity,
    records,
  };
};

const answerPage = (api: ApiName, { version }: Desk, page: () => Page): Answer => {
  try {
    return ok(pageBody(api, version, page()));
  } catch (error) {
    if (error instanceof SoqlRefusal) return refusal(400, error.code, error.message);
    throw error;
  }
};

const alsoFilterable = ({ context }: Desk): ReadonlySet<string> =>
  new Set(context.world.switches.sourceIpFilterable === true ? ['LoginHistory.SourceIp'] : []);

export const query = (desk: Desk, request: ApiRequest, api: ApiName): Answer => {
  const text = request.query.get('q');
  if (text === null) return refusal(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  const refused = refusedQuery(desk.context.world.dialect, text);
  if (refused !== undefined) return refused;
  const pageSize = pageSizeFrom(request.headers['sforce-query-options']);
  const question = { api, version: desk.version, text, pageSize, alsoFilterable: alsoFilterable(desk) };
  const rows = answerPage(api, desk, () => runQuery(desk.scene, question));
  return request.query.get('columns') === 'true' && rows.status === 200 ? ok(columnsOf(text)) : rows;
};

export const queryMore = (desk: Desk, locator: string, api: ApiName): Answer =>
  answerPage(api, desk, () => runMore(desk.scene, locator));
