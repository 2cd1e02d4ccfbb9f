import type { FastifyInstance } from 'fastify';
import type { HostContext } from '../frame/context.ts';
import { registerFirstBulk } from './bulk/first.ts';
import { registerMetadata } from './metadata/index.ts';
import { registerRest } from './rest/index.ts';

/** Everything of a host that shows an org's data: REST, Tooling, Bulk, Metadata. */
export const registerDataApi = (app: FastifyInstance, context: HostContext): void => {
  registerRest(app, context);
  registerFirstBulk(app, context);
  registerMetadata(app, context);
};
