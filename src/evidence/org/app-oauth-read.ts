import { defined, known, unknown, type AppOauth, type Certificate, type Fact, type Source } from '../../model/index.ts';
import { readCertificate } from '../../oauth/certificate.ts';
import { listOf, text, truth, type Row } from './rows.ts';

/** One column a scope, on ExtlClntAppOauthSettings, and the scope's name in metadata. All stand in a describe of API 64. */
const scopes = {
  OauthScopesAPI: 'api',
  OauthScopesWEB: 'web',
  OauthScopesFULL: 'full',
  OauthScopesREFRESH_TOKEN: 'refreshtoken',
  OauthScopesOFFLINE_ACCESS: 'offlineaccess',
  OauthScopesOPENID: 'openid',
  OauthScopesPROFILE: 'profile',
  OauthScopesEMAIL: 'email',
  OauthScopesADDRESS: 'address',
  OauthScopesPHONE: 'phone',
  OauthScopesCHATTER_REST_API: 'chatter',
  OauthScopesCUSTOM_PERMISSIONS: 'custompermissions',
  OauthScopesWAVE_REST_API: 'wave',
  OauthScopesECLAIR_REST_API: 'eclair',
  OauthScopesPARDOT_API: 'pardot',
  OauthScopesLIGHTNING: 'lightning',
  OauthScopesCONTENT: 'content',
  OauthScopesCHATBOT_API: 'chatbot',
  OauthScopesCDP_INGEST_API: 'cdpingest',
  OauthScopesCDP_PROFILE_API: 'cdpprofile',
  OauthScopesCDP_QUERY_API: 'cdpquery',
  OauthScopesSSO: 'sso',
  OauthScopesVF: 'vf',
} as const;

export const scopeColumns = Object.keys(scopes);

/** Several callback URLs stand in one element, a line each. */
const lines = (value: unknown): readonly string[] => (text(value) ?? '').split(/\s+/u).filter((line) => line !== '');

/** `unreadable`: there is one, and we cannot say what it is. */
const certificateIn = (value: unknown): Certificate | 'unreadable' | undefined => {
  const given = text(value);
  return given === undefined ? undefined : (readCertificate(given) ?? 'unreadable');
};

/** A certificate that we cannot read must not pass for none at all. */
const withCertificate = (oauth: AppOauth, value: unknown, source: Source): Fact<AppOauth> => {
  const certificate = certificateIn(value);
  if (certificate === 'unreadable') return unknown('depends-on-unknown', undefined, source);
  return known({ ...oauth, ...defined({ certificate }) }, source);
};

/** `oauthConfig` of a ConnectedApp component. */
export const connectedAppOauth = (config: Row, source: Source): Fact<AppOauth> =>
  withCertificate(
    {
      scopes: listOf(config.scopes).flatMap((scope) => text(scope)?.toLowerCase() ?? []),
      callbackUrls: lines(config.callbackUrl),
      ...defined({
        consumerKey: text(config.consumerKey),
        clientCredentialsEnabled: truth(config.isClientCredentialEnabled),
        deviceFlowEnabled: truth(config.isDeviceFlowEnabled),
        tokenExchangeEnabled: truth(config.isTokenExchangeEnabled),
        pkceRequired: truth(config.isPkceRequired),
        secretRequiredForRefresh: truth(config.isSecretRequiredForRefreshToken),
        secretOptional: truth(config.isConsumerSecretOptional),
        refreshTokenRotation: truth(config.isRefreshTokenRotationEnabled),
      }),
    },
    config.certificate,
    source,
  );

/** A row of ExtlClntAppOauthSettings (the scopes) and the ExtlClntAppGlobalOauthSettings component (all the rest). */
export const externalAppOauth = (settings: Row, global: Row, source: Source): Fact<AppOauth> =>
  withCertificate(
    {
      scopes: Object.entries(scopes).flatMap(([column, scope]) => (truth(settings[column]) === true ? [scope] : [])),
      callbackUrls: lines(global.callbackUrl),
      ...defined({
        consumerKey: text(global.consumerKey),
        clientCredentialsEnabled: truth(global.isClientCredentialsFlowEnabled),
        deviceFlowEnabled: truth(global.isDeviceFlowEnabled),
        tokenExchangeEnabled: truth(global.isTokenExchangeEnabled),
        pkceRequired: truth(global.isPkceRequired),
        secretRequiredForRefresh: truth(global.isSecretRequiredForRefreshToken),
        secretOptional: truth(global.isConsumerSecretOptional),
        refreshTokenRotation: truth(global.isRefreshTokenRotationEnabled),
      }),
    },
    global.certificate,
    source,
  );
