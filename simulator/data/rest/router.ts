import { queryJobs } from '../bulk/query-jobs.ts';
import type { Answer } from './answer.ts';
import { notFound } from './answer.ts';
import { batch, composite } from './composite.ts';
import { refusedEnvelope, type Envelope } from './dialect.ts';
import type { ApiRequest, Desk } from './desk.ts';
import { oauthUsage } from './oauth-usage.ts';
import { query, queryMore } from './query.ts';
import { limits, resources } from './resources.ts';
import { sobjects } from './sobjects.ts';
import type { ApiName } from '../schema/objects.ts';

const dataRoutes = (desk: Desk, request: ApiRequest, steps: readonly string[], api: ApiName): Answer => {
  const [first, second] = steps;
  if (first === 'sobjects') return sobjects(desk, request, steps.slice(1), api);
  if (request.method !== 'GET' || (first !== 'query' && first !== 'queryAll')) return notFound();
  return second === undefined ? query(desk, request, api) : queryMore(desk, second, api);
};

const envelopes: readonly Envelope[] = ['composite', 'composite/batch', 'tooling/composite'];

const enveloped = (desk: Desk, request: ApiRequest, envelope: Envelope): Answer => {
  const refused = refusedEnvelope(desk.context.world.dialect, envelope);
  if (refused !== undefined) return refused;
  return envelope === 'composite/batch' ? batch(desk, request, route) : composite(desk, request, { envelope, route });
};

/** Every resource of the data API, below the version. Composite calls come back to it for each of their parts. */
export const route = (desk: Desk, request: ApiRequest): Answer => {
  const steps = request.path.split('/').filter((step) => step !== '');
  const [first, second] = steps;
  if (first === undefined) return resources(desk);
  const envelope = request.method === 'POST' ? envelopes.find((one) => one === steps.join('/')) : undefined;
  if (envelope !== undefined) return enveloped(desk, request, envelope);
  if (first === 'tooling') return dataRoutes(desk, request, steps.slice(1), 'tooling');
  if (first === 'limits') return limits(desk);
  if (first === 'jobs' && second === 'query') return queryJobs(desk, request, steps.slice(2));
  if (steps.slice(0, 3).join('/') === 'apps/oauth/usage') return oauthUsage(desk, request, steps.slice(3));
  return dataRoutes(desk, request, steps, 'rest');
};
