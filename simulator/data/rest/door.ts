import type { FastifyRequest } from 'fastify';
import { enterApi } from '../../auth/api-access.ts';
import type { Authenticated, HostContext } from '../../frame/context.ts';
import { isUsedUp } from './allowance.ts';
import { frontRefusal, refusal, type Answer } from './answer.ts';

const isJson = (request: FastifyRequest): boolean =>
  request.method === 'GET' || (request.headers['content-type'] ?? '').includes('json');

/** POST and PATCH that do not say they carry JSON get a dead session told in another form. */
const deadSessionInXml: Answer = {
  status: 401,
  type: 'text/html; charset=UTF-8',
  headers: { 'Sfdc-OAuth-Error': '1703' },
  body: '<response><faultcode>LOGIN_OAUTH_INVALID_TOKEN(db=1703,api=LOGIN_OAUTH_INVALID_TOKEN)</faultcode><error>Failed: Invalid Token</error></response>',
};

/** Who comes in, or why nobody does. */
export const enter = (context: HostContext, request: FastifyRequest): Authenticated | Answer => {
  const door = enterApi(context, request);
  if ('refused' in door) {
    const { status, errorCode, message } = door.refused;
    const dead = errorCode === 'INVALID_SESSION_ID' && message === 'Session expired or invalid';
    if (dead && !isJson(request)) return deadSessionInXml;
    return { ...refusal(status, errorCode, message), headers: status === 401 ? { 'WWW-Authenticate': 'Token' } : {} };
  }
  if (context.org === undefined) {
    return frontRefusal(400, 'URL_NOT_RESET', 'Destination URL not reset. The URL returned from login must be set');
  }
  if (isUsedUp(door.who.org)) return refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
  return door.who;
};
