import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HostContext } from './context.ts';
import type { LoggedRequest } from './log.ts';

const secretHeaders = new Set(['authorization', 'cookie']);

const entries = new WeakMap<FastifyRequest, LoggedRequest>();

const entryFor = (request: FastifyRequest, { role, org, clock }: HostContext): LoggedRequest => {
  const [path = '', query = ''] = request.raw.url?.split('?', 2) ?? [];
  const headers = Object.entries(request.headers)
    .filter(([name]) => !secretHeaders.has(name))
    .map(([name, value]): [string, string] => [name, String(value)]);
  return {
    startedAt: clock.now(),
    role,
    ...(org === undefined ? {} : { domain: org.myDomainName }),
    method: request.method,
    path,
    query,
    headers: Object.fromEntries(headers),
    body: '',
  };
};

/** Writes every request into the log, its body included, before anyone else sees it. */
export const record = (app: FastifyInstance, context: HostContext): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const entry = entryFor(request, context);
    entries.set(request, entry);
    if (!entry.path.startsWith('/simulator/')) context.log.add(entry);
    done();
  });
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const chunks: Buffer[] = [];
    const tap = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        chunks.push(chunk);
        next(null, chunk);
      },
      flush(next) {
        const entry = entries.get(request);
        if (entry !== undefined) entry.body = Buffer.concat(chunks).toString('utf8');
        next();
      },
    });
    done(null, payload.pipe(tap));
  });
  app.addHook('onResponse', (request, reply, done) => {
    const entry = entries.get(request);
    if (entry !== undefined) {
      entry.endedAt = context.clock.now();
      if (reply.raw.headersSent) entry.status = reply.statusCode;
    }
    done();
  });
};
