import type { Provider } from './provider.ts';

/** Services with an authorization server of their own. */
export const serviceProviders: readonly Provider[] = [
  {
    name: 'Amazon',
    marks: ['api.amazon.com', 'sellingpartnerapi', 'amazonaws.com/oauth', 'Login with Amazon'],
    texts: [
      'The request has an invalid grant parameter',
      'The request is missing a required parameter, or is otherwise malformed : refresh_token',
      'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)',
    ],
    source: 'https://developer.amazon.com/docs/login-with-amazon/',
  },
  {
    name: 'HubSpot',
    signs: ['BAD_AUTH_CODE', 'BAD_CLIENT_ID', 'BAD_REDIRECT_URI'],
    marks: ['hubspot.com', 'hubapi.com', 'hubspot'],
    texts: [
      'missing or unknown refresh token',
      'missing or invalid refresh token',
      'missing or unknown auth code',
      'missing or unknown client id',
      'missing or unknown hub id',
    ],
    source: 'https://developers.hubspot.com/docs/api/oauth-quickstart-guide',
  },
  {
    name: 'Slack',
    marks: ['slack.com', 'slack api', 'slack_sdk', 'xoxb-', 'xoxp-', 'oauth.v2.access'],
    texts: ['not_authed', 'account_inactive', 'token_revoked', 'invalid_refresh_token', 'bad_client_secret'],
    source: 'https://api.slack.com/methods/oauth.v2.access',
  },
  {
    name: 'GitHub',
    signs: ['incorrect_client_credentials', 'bad_verification_code', 'bad_refresh_token', 'unverified_user_email'],
    marks: ['github.com/login/oauth', 'api.github.com', 'developer.github.com', 'docs.github.com'],
    texts: [
      'The client_id and/or client_secret passed are incorrect',
      'The code passed is incorrect or expired',
      'The refresh token passed is incorrect or expired',
      'The redirect_uri MUST match the registered callback URL for this application',
      'The redirect_uri is not associated with this application',
    ],
    source: 'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps',
  },
  {
    name: 'GitLab',
    marks: ['gitlab.com/oauth', 'gitlab.example', 'doorkeeper'],
    texts: [
      'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client',
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method',
      "The requested redirect uri is malformed or doesn't match client redirect URI",
      'The requested scope is invalid, unknown, or malformed',
    ],
    source: 'https://github.com/doorkeeper-gem/doorkeeper',
  },
  {
    name: 'Xero',
    marks: ['xero.com', 'xeroapi', 'xero'],
    source: 'https://developer.xero.com/documentation/guides/oauth2/troubleshooting/',
  },
  {
    name: 'Square',
    signs: ['service.not_authorized'],
    marks: ['squareup.com', 'squareupsandbox.com', 'square connect', 'connect.squareup'],
    texts: ['Authorization code not found for app'],
    descriptions: ['Invalid refresh token'],
    source: 'https://developer.squareup.com/docs/oauth-api/overview',
  },
  {
    name: 'Intuit',
    marks: ['intuit.com', 'quickbooks', 'intuit'],
    texts: ['Incorrect Token type or clientID', 'Incorrect or invalid refresh token'],
    descriptions: ['Token invalid'],
    source: 'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/faq',
  },
  {
    name: 'Zoho',
    marks: ['accounts.zoho', 'zohoapis', 'zoho.com', 'zoho'],
    texts: ['INVALID_OAUTHTOKEN', 'OAUTH_SCOPE_MISMATCH'],
    source: 'https://www.zoho.com/crm/developer/docs/api/v2/',
  },
  {
    name: 'LinkedIn',
    marks: ['linkedin.com'],
    texts: [
      'appid/redirect uri/code verifier does not match authorization code',
      'REVOKED_ACCESS_TOKEN',
      'EXPIRED_ACCESS_TOKEN',
    ],
    source: 'https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow',
  },
  {
    name: 'Spotify',
    marks: ['accounts.spotify.com', 'spotify'],
    descriptions: ['Refresh token revoked', 'Invalid redirect URI', 'Invalid client'],
    source: 'https://developer.spotify.com/documentation/web-api/concepts/authorization',
  },
  {
    name: 'Dropbox',
    marks: ['dropboxapi.com', 'dropbox.com'],
    texts: [
      'refresh token is malformed',
      'refresh token is invalid or revoked',
      "code doesn't exist or has expired",
      'code has already been used (within the last hour)',
    ],
    source: 'https://developers.dropbox.com/oauth-guide',
  },
  {
    name: 'Atlassian',
    marks: ['auth.atlassian.com', 'api.atlassian.com', 'bitbucket.org/site/oauth2'],
    texts: ['Unknown or invalid refresh token'],
    descriptions: ['refresh_token is invalid'],
    source: 'https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/',
  },
  {
    name: 'Stripe',
    marks: ['connect.stripe.com', 'api.stripe.com', 'stripe'],
    texts: [
      'Authorization code does not exist',
      'This authorization code has already been used',
      'No such application',
    ],
    source: 'https://docs.stripe.com/connect/oauth-reference',
  },
  {
    name: 'Shopify',
    marks: ['myshopify.com', 'shopify'],
    texts: ['The authorization code was not found or was already used', 'application_cannot_be_found'],
    source: 'https://shopify.dev/docs/apps/build/authentication-authorization',
  },
  {
    name: 'Facebook',
    signs: ['fbtrace_id', 'type: OAuthException'],
    marks: ['graph.facebook.com', 'facebook'],
    texts: ['Error validating access token', 'Error validating verification code', 'Error validating client secret'],
    source: 'https://developers.facebook.com/docs/facebook-login/',
  },
  {
    name: 'Discord',
    marks: ['discord.com/api', 'discordapp.com'],
    texts: ['Invalid "code" in request', "Invalid 'code' in request"],
    source: 'https://discord.com/developers/docs/topics/oauth2',
  },
  {
    name: 'Apple',
    marks: ['appleid.apple.com'],
    texts: [
      'The code has expired or has been revoked',
      'The code has already been used',
      'client_id mismatch. The code was not issued to',
    ],
    source: 'https://developer.apple.com/documentation/signinwithapplerestapi/errorresponse',
  },
  {
    name: 'Zoom',
    marks: ['zoom.us'],
    descriptions: ['Invalid Token!'],
    source: 'https://developers.zoom.us/docs/integrations/oauth/',
  },
];
