import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HostContext } from '../../frame/context.ts';
import { json } from '../../frame/headers.ts';
import { limitInfo } from './allowance.ts';
import { notFound, ok, type Answer } from './answer.ts';
import { deskFor, type ApiRequest } from './desk.ts';
import { enter } from './door.ts';
import { pretty } from './pretty.ts';
import { route } from './router.ts';
import { versionIn, versions } from './versions.ts';

const send = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, type, headers = {} }: Answer,
): Promise<void> => {
  const text =
    typeof body === 'string' ? body : request.headers['x-prettyprint'] === '1' ? pretty(body) : JSON.stringify(body);
  if (status === 200) void reply.header('Vary', 'Accept-Encoding');
  if (/\/v\d+\.0\/tooling\//.test(request.url)) void reply.removeHeader('x-xss-protection');
  await reply
    .code(status)
    .headers(headers)
    .type(type ?? json)
    .send(status === 304 ? '' : text);
};

const requestOf = (request: FastifyRequest, path: string): ApiRequest => ({
  method: request.method,
  path,
  query: new URLSearchParams(request.raw.url?.split('?').slice(1).join('?') ?? ''),
  headers: request.headers as Record<string, string | undefined>,
  body: request.body,
});

const answer = (context: HostContext, request: FastifyRequest, path: string): Answer => {
  const [segment = '', ...rest] = path.split('/').filter((step) => step !== '');
  if (segment === '') return ok(versions);
  const version = versionIn(segment);
  if (version === undefined) return notFound();
  const who = enter(context, request);
  if ('status' in who) return who;
  who.org.apiUsage += 1;
  const found = route(deskFor(context, who, version), requestOf(request, rest.join('/')));
  return { ...found, headers: { ...found.headers, 'Sforce-Limit-Info': limitInfo(who.org) } };
};

/** The REST and Tooling APIs under /services/data. */
export const registerRest = (app: FastifyInstance, context: HostContext): void => {
  for (const url of ['/services/data', '/services/data/*']) {
    app.route<{ Params: { '*'?: string } }>({
      method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
      url,
      handler: (request, reply) => send(request, reply, answer(context, request, request.params['*'] ?? '')),
    });
  }
};
