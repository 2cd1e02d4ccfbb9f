import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from './headers.ts';
import type { Fault } from './faults.ts';
import { page420, pageDataNotAvailable, pageMaintenance } from './pages.ts';

/** The fault that strikes this request, for whoever answers it. */
const struck = new WeakMap<FastifyRequest, Fault>();

export const faultOf = (request: FastifyRequest): Fault | undefined => struck.get(request);

/** Answers in the place of the host where the fault says so. True: answered. */
export const strikeBefore = async (fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
  struck.set(request, fault);
  switch (fault.kind) {
    case 'status':
      await reply
        .code(fault.status)
        .type(fault.contentType ?? html)
        .send(fault.body ?? '');
      return true;
    case 'html-420':
      await reply.code(420).type(html).send(page420);
      return true;
    case 'html-maintenance':
      await reply.code(503).type(html).send(pageMaintenance);
      return true;
    case 'html-data-not-available':
      await reply.code(200).type(html).send(pageDataNotAvailable);
      return true;
    case 'reset':
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return true;
    default:
      return false;
  }
};

async function* inHalves(body: string, ms: number): AsyncGenerator<string> {
  const middle = Math.floor(body.length / 2);
  yield body.slice(0, middle);
  await wait(ms);
  yield body.slice(middle);
}

/** What becomes of a true answer on its way out. */
export const strikeAfter = (request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown => {
  const fault = struck.get(request);
  if (fault === undefined || typeof payload !== 'string') return payload;
  if (fault.kind === 'truncated') {
    reply.removeHeader('content-length');
    return payload.slice(0, Math.floor(payload.length / 2));
  }
  if (fault.kind !== 'slow') return payload;
  reply.removeHeader('content-length');
  return Readable.from(inHalves(payload, fault.ms));
};
