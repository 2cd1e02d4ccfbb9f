import type { Citation } from '../model/index.ts';
import { article, guide, help, releaseNote, solution } from './pages.ts';

/** When somebody last looked at these pages. */
const checked = '2026-11-23';

/** The public pages on which causes rest, each once. Titles: `messages/sources.md`. */
const pages = {
  'after-password-change': solution('000212767'),
  'api-end-of-life': guide('atlas.en-us.api_rest.meta/api_rest/api_rest_eol.htm'),
  'api-total-usage': guide(
    'atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_apitotalusage.htm',
  ),
  'api-versions-21-to-30': article('000354473'),
  'api-versions-31-to-40': article('005321531'),
  'any-api-client': article('005228838'),
  'any-app-of-any-client': help('xcloud.preauth_user_app_access_through_eca.htm'),
  'approving-apps': help('platform.remoteaccess_request_approve.htm'),
  'app-handlers': help('xcloud.connected_app_manage_custom_handler.htm'),
  'app-handler-class': guide('atlas.en-us.apexref.meta/apexref/apex_class_Auth_ConnectedAppPlugin.htm'),
  'apps-oauth-usage': help('xcloud.connected_app_manage_current_sessions.htm'),
  'assignments-that-expire': help('platform.permissions_assign_expire_how.htm'),
  'cli-issues': 'https://github.com/forcedotcom/cli/issues',
  'cli-jwt-login': guide('atlas.en-us.sfdx_dev.meta/sfdx_dev/sfdx_dev_auth_jwt_flow.htm'),
  'cli-release-notes': 'https://github.com/forcedotcom/cli/blob/main/releasenotes/README.md',
  'api-access-control': help('xcloud.security_api_access_control_all_users.htm'),
  'any-api-auth': releaseNote('rn_api_soap_login', 264),
  'client-credentials-grant': 'https://cloudsundial.com/salesforce-identity/client-credentials-grant',
  'continuous-ip': help('xcloud.connected_app_continuous_ip.htm'),
  'controls-for-apps': guide('atlas.en-us.packagingGuide.meta/packagingGuide/secure_code_ac_eca.htm'),
  'delegated-authentication': help('xcloud.sso_delauthentication.htm'),
  'failed-not-approved': solution('000212208'),
  'idle-limit-connected-apps': help('xcloud.connected_app_limit_idle_ttl.htm'),
  'idle-limit-external-client-apps': help('xcloud.eca_limit_idle_refresh_token_ttl.htm'),
  'integration-users': help('platform.integration_user.htm'),
  'jwt-bearer-flow': help('xcloud.remoteaccess_oauth_jwt_flow.htm'),
  'login-event-statuses': guide(
    'atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login_status.htm',
  ),
  'login-history-object': guide(
    'atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm',
  ),
  'managing-oauth-access': help('platform.remoteaccess_request.htm'),
  'mfa-for-api': guide('atlas.en-us.230.0.securityImplGuide.meta/securityImplGuide/security_require_2fa_api.htm'),
  'oauth-errors': help('xcloud.remoteaccess_oauth_flow_errors.htm'),
  'mfa-exempt-users': help('xcloud.security_mfa_exclude_exempt_users.htm'),
  'mfa-phishing-resistant': article('005321563'),
  'mutual-tls': help('xcloud.security_keys_uploading_mutual_auth_cert_api.htm'),
  'parallel-refresh': releaseNote('rn_security_refresh_token_requests', 250),
  'password-flow-blocked': releaseNote('rn_security_username-password_flow_blocked_by_default', 244),
  'password-flow-retirement': releaseNote('rn_security_unpw_flow_retirement'),
  'previous-my-domain': help('xcloud.domain_name_redirections_understand.htm'),
  'refresh-token-allowlist': help('xcloud.set_ip_allowlist_for_refresh_tokens.htm'),
  'refresh-token-flow': help('xcloud.remoteaccess_oauth_refresh_token_flow_ca.htm'),
  'remote-access-errors': help('xcloud.remoteaccess_errorcodes.htm'),
  'sandbox-ids': help('platform.data_sandbox_servers_and_ids.htm'),
  'saml-login-errors': help('xcloud.sso_saml_validation_errors.htm'),
  'rotating-credentials':
    'https://help.salesforce.com/apex/HTViewHelpDoc?id=connected_app_edit_parent.htm&language=en_US',
  'salesforce-status': 'https://status.salesforce.com',
  'security-and-the-api': guide('atlas.en-us.api.meta/api/sforce_api_concepts_security.htm'),
  'soap-core-faults': guide('atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm'),
  'soap-login': guide('atlas.en-us.api.meta/api/sforce_api_calls_login.htm'),
  'soap-login-retirement': article('005132110'),
  'token-exchange-handlers': help('xcloud.remoteaccess_token_exchange_enable.htm'),
  'transaction-policy-object': guide(
    'atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_transactionsecurity.htm',
  ),
  'usage-restrictions': article('005132365'),
  'user-login-object': guide('atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userlogin.htm'),
} as const;

export type SourceId = keyof typeof pages;

export const sourceIds = Object.keys(pages) as SourceId[];

export const cite = (id: SourceId): Citation => ({ id, url: pages[id], checked });
