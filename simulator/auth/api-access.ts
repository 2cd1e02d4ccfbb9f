import type { FastifyRequest } from 'fastify';
import type { Authenticated, HostContext } from '../frame/context.ts';
import { permissionsOf } from '../state/lookup.ts';
import { isExpired } from './passwords.ts';

/** Why a data call is refused although the session lives. */
export type ApiRefusal = { status: number; errorCode: string; message: string };

const sessionNotValid: ApiRefusal = {
  status: 401,
  errorCode: 'INVALID_SESSION_ID',
  message: 'This session is not valid for use with the REST API',
};

const passwordExpired: ApiRefusal = {
  status: 403,
  errorCode: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD',
  message: 'The users password has expired, you must call SetPassword before attempting any other API operations',
};

const apiDisabled = {
  API_DISABLED_FOR_ORG: {
    status: 403,
    errorCode: 'API_DISABLED_FOR_ORG',
    message: 'The REST API is not enabled for this Organization.',
  },
  API_CURRENTLY_DISABLED: {
    status: 403,
    errorCode: 'API_CURRENTLY_DISABLED',
    message: 'API is disabled for this User',
  },
} as const;

/** API Access Control lets in installed apps only, but for users who may use any client. */
const isShutOut = ({ org, session }: Authenticated, permissions: Set<string>): boolean => {
  if (org.settings.apiAccessControl !== true || permissions.has('UseAnyApiClient') || session.flow === 'browser')
    return false;
  const app = org.apps.find(({ id }) => id === session.appId);
  return app === undefined || app.origin === 'only-authorised';
};

/**
 * Whether a live session may use the REST API: API Enabled; scope, session policy and API Access Control; expired password.
 * Undefined: it may.
 */
export const apiRefusal = (
  { world, clock }: Pick<HostContext, 'world' | 'clock'>,
  who: Authenticated,
): ApiRefusal | undefined => {
  const { session, user, org } = who;
  const permissions = permissionsOf(org, user);
  const app = org.apps.find(({ id }) => id === session.appId);
  const mayApi = session.scopes.includes('Api') || session.scopes.includes('Full');
  const isValid = mayApi && app?.requiresHighAssurance !== true && !isShutOut(who, permissions);
  const disabled = permissions.has('ApiEnabled') ? undefined : apiDisabled[world.switches.apiDisabled];
  if (disabled !== undefined && (isValid || world.switches.apiWithoutBoth === 'api-enabled')) return disabled;
  if (!isValid) return sessionNotValid;
  const byPassword = session.flow === 'password' || session.flow === 'soap-login';
  return byPassword && isExpired(user, permissions.has('PasswordNeverExpires'), clock.now())
    ? passwordExpired
    : undefined;
};

/** The one scheme that was seen to be refused by itself: no simulated org takes DPoP. */
const isDpop = (header: string): boolean => /^DPoP\s/i.test(header);

/** The whole door of the data API: no header, one that it cannot read, a dead session, or a live one that may not. */
export const enterApi = (
  context: HostContext,
  request: FastifyRequest,
): { who: Authenticated } | { refused: ApiRefusal } => {
  if (request.headers.authorization === undefined) {
    return { refused: { status: 401, errorCode: 'INVALID_AUTH_HEADER', message: 'INVALID_HEADER_TYPE' } };
  }
  if (isDpop(request.headers.authorization)) {
    return { refused: { status: 401, errorCode: 'INVALID_AUTH_HEADER', message: 'INVALID_JWT_FORMAT' } };
  }
  const who = context.authenticate(request);
  if (who === undefined) {
    return { refused: { status: 401, errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' } };
  }
  const refused = apiRefusal(context, who);
  return refused === undefined ? { who } : { refused };
};
