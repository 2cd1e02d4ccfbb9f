import type { FastifyInstance } from 'fastify';
import type { HostContext } from '../frame/context.ts';
import { json } from '../frame/headers.ts';
import { id15 } from '../state/ids.ts';
import { claims, genericScopes, myDomainScopes } from './well-known-lists.ts';

/** The generic hosts name themselves by their real names; a My Domain by its own URL. */
export const issuerOf = ({ role, url }: HostContext): string =>
  role === 'my-domain' ? url('my-domain') : `https://${role}.salesforce.com`;

/** Endpoints are loopback URLs on every host, so that a client that follows them stays here. */
const openIdConfiguration = (context: HostContext): object => {
  const base = context.url(context.role);
  const isMyDomain = context.role === 'my-domain';
  return {
    ...(isMyDomain
      ? {
          end_session_endpoint: `${base}/services/auth/idp/oidc/logout`,
          frontchannel_logout_supported: true,
          frontchannel_logout_session_supported: false,
        }
      : {}),
    issuer: issuerOf(context),
    authorization_endpoint: `${base}/services/oauth2/authorize`,
    token_endpoint: `${base}/services/oauth2/token`,
    revocation_endpoint: `${base}/services/oauth2/revoke`,
    userinfo_endpoint: `${base}/services/oauth2/userinfo`,
    jwks_uri: `${base}/id/keys`,
    registration_endpoint: `${base}/services/oauth2/register`,
    introspection_endpoint: `${base}/services/oauth2/introspect`,
    scopes_supported: isMyDomain ? myDomainScopes : genericScopes,
    response_types_supported: ['code', 'token', 'token id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    display_values_supported: ['page', 'popup', 'touch'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    claims_supported: claims,
  };
};

/** `OrgId` stands only where a My Domain names its org. */
const authConfiguration = ({ org, role, url }: HostContext): object => ({
  ...(org === undefined ? {} : { OrgId: id15(org.id) }),
  Url: url(role),
  MobileSDK: {
    UseiOSNativeBrowserForAuthentication: false,
    UseAndroidNativeBrowserForAuthentication: false,
    shareBrowserSessionIOS: false,
    shareBrowserSessionAndroid: false,
  },
  LoginPage: null,
  SamlProviders: [],
  AuthProviders: [],
  CertificateLogin: null,
  LoginPageType: 'standard',
  LoginPageTypeConfigs: {},
});

export const registerWellKnown = (app: FastifyInstance, context: HostContext): void => {
  const serve = (path: string, body: (context: HostContext) => object): void => {
    app.get(path, async (_request, reply) => {
      await reply.type(json).send(JSON.stringify(body(context)));
    });
  };
  serve('/.well-known/openid-configuration', openIdConfiguration);
  serve('/.well-known/auth-configuration', authConfiguration);
};
