import type { FastifyInstance } from 'fastify';
import type { HostContext } from '../../frame/context.ts';
import { json } from '../../frame/headers.ts';

/** The Bulk API 1.0 under /services/async: who has no session is told so in an envelope of its own, and nothing else is simulated. */
export const registerFirstBulk = (app: FastifyInstance, context: HostContext): void => {
  app.all('/services/async/*', async (request, reply) => {
    const token = request.headers['x-sfdc-session'];
    if (typeof token === 'string' && context.authenticateToken(token, request) !== undefined)
      throw new Error('The Bulk API 1.0 is not simulated.');
    await reply
      .code(400)
      .type(json)
      .send(JSON.stringify({ exceptionCode: 'InvalidSessionId', exceptionMessage: 'Invalid session id' }));
  });
};
