import { setTimeout as wait } from 'node:timers/promises';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { registerAuth } from '../auth/index.ts';
import { registerDataApi } from '../data/index.ts';
import type { HostContext } from './context.ts';
import { commonHeaders, html, json } from './headers.ts';
import { page420, pageMaintenance } from './pages.ts';
import { record } from './record.ts';
import { strikeAfter, strikeBefore } from './strike.ts';

const parseBodies = (app: FastifyInstance): void => {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(String(body)));
    } catch {
      done(null, undefined);
    }
  });
  app.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
};

/** A My Domain whose org is gone has no route; one in maintenance answers every request with a page. */
const orgPage = (context: HostContext): { status: number; body: string } | undefined => {
  switch (context.org?.state) {
    case 'deleted':
      return { status: 420, body: page420 };
    case 'maintenance':
      return { status: 503, body: pageMaintenance };
    default:
      return undefined;
  }
};

const pathOf = (request: FastifyRequest): string => request.raw.url?.split('?', 1)[0] ?? '';

const misbehave = (app: FastifyInstance, context: HostContext): void => {
  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request);
    if (path.startsWith('/simulator/')) return;
    void reply.headers(commonHeaders(context.clock.now()));
    if (context.faults.latency > 0) await wait(context.faults.latency);
    const page = orgPage(context);
    if (page !== undefined) {
      await reply.code(page.status).type(html).send(page.body);
    }
  });
  // Behind the reading of the body, so that the log tells what was asked.
  app.addHook('preValidation', async (request, reply) => {
    const path = pathOf(request);
    if (path.startsWith('/simulator/')) return;
    const fault = context.faults.take({ path, method: request.method, role: context.role });
    if (fault !== undefined) await strikeBefore(fault, request, reply);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    done(null, strikeAfter(request, reply, payload));
  });
};

/** The log for whoever runs outside this process: GET reads, DELETE clears. */
const serveLog = (app: FastifyInstance, { log }: HostContext): void => {
  app.get('/simulator/log', () => log.entries);
  app.delete('/simulator/log', async (_request, reply) => {
    log.clear();
    await reply.code(204).send();
  });
};

/** One host: a Fastify app that is not listening yet. */
export const createHost = async (context: HostContext): Promise<FastifyInstance> => {
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: 8 * 1024 * 1024,
    routerOptions: { maxParamLength: 20_000 },
  });
  parseBodies(app);
  await app.register(formbody);
  record(app, context);
  misbehave(app, context);
  app.setErrorHandler(async (error, _request, reply) => {
    const errorCode = 'UNKNOWN_EXCEPTION';
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await reply.code(500).type(json).send([{ errorCode, message }]);
  });
  app.setNotFoundHandler(async (_request, reply) => {
    await reply
      .code(404)
      .type(html)
      .send('<html><head><title>URL No Longer Exists</title></head><body></body></html>\n');
  });
  serveLog(app, context);
  registerAuth(app, context);
  registerDataApi(app, context);
  return app;
};
