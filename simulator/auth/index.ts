import type { FastifyInstance } from 'fastify';
import type { HostContext } from '../frame/context.ts';
import { registerAuthorize } from './authorize.ts';
import { registerIdentity } from './identity.ts';
import { registerSaml } from './saml.ts';
import { registerSoap } from './soap/index.ts';
import { registerToken } from './token.ts';
import { registerTokens } from './tokens.ts';
import { registerWellKnown } from './well-known.ts';

/** Everything of a host that has to do with getting in. */
export const registerAuth = (app: FastifyInstance, context: HostContext): void => {
  registerToken(app, context);
  registerTokens(app, context);
  registerAuthorize(app, context);
  registerIdentity(app, context);
  registerWellKnown(app, context);
  registerSoap(app, context);
  registerSaml(app, context);
};
