import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sourceIpOf } from '../frame/context.ts';
import type { HostContext } from '../frame/context.ts';
import { json } from '../frame/headers.ts';
import { faultOf } from '../frame/strike.ts';
import { refusal } from './attempt.ts';
import type { Refusal, TokenRequest } from './attempt.ts';
import { authorizationCode } from './flows/authorization-code.ts';
import { clientCredentials } from './flows/client-credentials.ts';
import { device, tokenExchange } from './flows/device.ts';
import type { GrantFlow } from './flows/flow.ts';
import { jwtBearer } from './flows/jwt.ts';
import { usernamePassword } from './flows/password.ts';
import { refreshToken } from './flows/refresh.ts';
import { writeLoginRow, writeStray } from './login-row.ts';
import { basicCredentials, paramsOf } from './params.ts';

const flows = new Map<string | undefined, GrantFlow>([
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', jwtBearer],
  ['refresh_token', refreshToken],
  ['password', usernamePassword],
  ['client_credentials', clientCredentials],
  ['authorization_code', authorizationCode],
  ['device', device],
  ['urn:ietf:params:oauth:grant-type:token-exchange', tokenExchange],
]);

const unsupported = (): Refusal => refusal('unsupported_grant_type', 'grant type not supported');

export const tokenRequest = (request: FastifyRequest, context: HostContext): TokenRequest => {
  const params = paramsOf(request);
  const basic = basicCredentials(request);
  return {
    context,
    params,
    clientId: params.client_id ?? basic?.id,
    clientSecret: params.client_secret ?? basic?.secret,
    sourceIp: sourceIpOf(context.world, request),
    now: context.clock.now(),
    keysUnknown: faultOf(request)?.kind === 'key-unknown',
  };
};

/** Compact JSON and a newline, as since 2019. */
const send = async (reply: FastifyReply, status: number, body: object): Promise<void> => {
  await reply
    .code(status)
    .type(json)
    .send(`${JSON.stringify(body)}\n`);
};

const sendRefusal = async (reply: FastifyReply, { status, error, description }: Refusal): Promise<void> => {
  await send(reply, status, { error, error_description: description });
};

export const registerToken = (app: FastifyInstance, context: HostContext): void => {
  app.post('/services/oauth2/token', async (request, reply) => {
    const asked = tokenRequest(request, context);
    const outcome = flows.get(asked.params.grant_type)?.(asked) ?? { refused: unsupported() };
    if ('granted' in outcome) {
      await send(reply, 200, outcome.granted);
      return;
    }
    const { row, stray } = outcome.refused;
    if (stray !== undefined) writeStray(context, { ...stray, at: asked.now, sourceIp: asked.sourceIp, by: 'oauth' });
    if (row !== undefined) writeLoginRow(context, { ...row, at: asked.now, sourceIp: asked.sourceIp });
    await sendRefusal(reply, outcome.refused);
  });
  app.get('/services/oauth2/token', async (_request, reply) => {
    await sendRefusal(reply, unsupported());
  });
};
