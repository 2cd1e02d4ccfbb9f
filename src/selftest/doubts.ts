/** What settles a doubt: the row of a question, by its API and object; or the recorded logins. */
export type Settled =
  { readonly api: 'data' | 'tooling' | 'metadata'; readonly object: string } | { readonly replay: true };

/** What is not certain of Salesforce, and which rows of the selftest settle it. Its words are in `messages/limits.md`. */
export type Doubt = { readonly id: string; readonly by: readonly Settled[] };

const data = (object: string): Settled => ({ api: 'data', object });
const tooling = (object: string): Settled => ({ api: 'tooling', object });
const metadata = (object: string): Settled => ({ api: 'metadata', object });
const replay: Settled = { replay: true };

export const doubts: readonly Doubt[] = [
  { id: 'tooling-composite', by: [tooling('PasswordPolicies'), tooling('Profile')] },
  {
    id: 'settings-columns',
    by: ['OauthOidcSettings', 'MyDomainSettings', 'PasswordPolicies', 'ConnectedAppSettings'].map(tooling),
  },
  { id: 'batch-pages', by: [data('LoginHistory')] },
  { id: 'internal-objects', by: [data('ExternalClientApplication'), data('ExtlClntAppOauthPlcyCnfg')] },
  { id: 'plugin-status', by: [data('ExtlClntAppPlcyCnfg')] },
  { id: 'oauth-scopes', by: [data('ExtlClntAppOauthSettings')] },
  { id: 'menu-items', by: [data('AppMenuItem')] },
  { id: 'token-groups', by: [data('OauthToken')] },
  { id: 'failed-logins', by: [data('User')] },
  { id: 'event-log', by: [data('EventLogFile')] },
  { id: 'user-login-rows', by: [data('UserLogin')] },
  { id: 'second-factor-rows', by: [data('TwoFactorMethodsInfo')] },
  { id: 'any-api-client', by: [data('PermissionSetAssignment')] },
  { id: 'client-secrets', by: [metadata('ExtlClntAppGlobalOauthSettings'), metadata('ExternalClientAppSettings')] },
  { id: 'read-metadata', by: [metadata('ConnectedApp')] },
  { id: 'gate-order', by: [replay] },
  { id: 'idle-limit', by: [replay] },
  { id: 'lock-and-tokens', by: [replay] },
  { id: 'unknown-statuses', by: [replay] },
];
