import type { Phrase } from './phrase.ts';

/** What an org says that is itself the client: Apex callouts, named credentials, gRPC subscribers of its events. */
export const callouts: readonly Phrase[] = [
  {
    id: 'callout.jwt_exchange',
    phrases: ['Unable to complete the JWT token exchange', 'unable to complete the JWT bearer token exchange'],
    channel: 'client',
    suspects: [
      'jwt-wrong-key-or-cert',
      'jwt-wrong-audience',
      'jwt-malformed',
      'user-not-approved',
      'jwt-wrong-subject',
    ],
    evidence: 'observed',
    source: 'https://salesforce.stackexchange.com/q/400540',
  },
  {
    id: 'callout.remote_site',
    phrases: [
      'Unauthorized endpoint, please check Setup->Security->Remote site settings',
      'please check Setup->Security->Remote site settings',
      'Unauthorized endpoint',
    ],
    channel: 'client',
    decides: 'not-authentication',
    evidence: 'documented',
    note: { id: 'phrase.remote-site' },
    source: 'https://help.salesforce.com/s/articleView?id=platform.configuring_remoteproxy.htm&type=5',
  },
  {
    id: 'callout.token',
    phrases: [
      'Unable to fetch the OAuth token',
      "we couldn't access the credential",
      "couldn't access the credential(s)",
    ],
    channel: 'client',
    suspects: ['app-wrong-secret', 'wrong-endpoint', 'client-request-malformed', 'app-wrong-consumer-key', 'cli-bug'],
    evidence: 'observed',
    source: 'https://help.salesforce.com/s/articleView?id=002471436&type=1',
  },
  {
    id: 'events.grpc_status',
    codes: ['UNAUTHENTICATED'],
    channel: 'rest',
    suspects: ['session-invalid-not-oauth', 'missing-scope', 'wrong-endpoint', 'wrong-token-type'],
    evidence: 'documented',
    source: 'https://grpc.io/docs/guides/status-codes/',
    shared: true,
    vague: true,
  },
  {
    id: 'events.grpc_unauthenticated',
    phrases: [
      'an authentication exception occurred. Provide valid authentication via metadata headers',
      'provide valid authentication via metadata headers',
      'sfdc.platform.eventbus.grpc.service.auth.error',
    ],
    channel: 'rest',
    suspects: ['session-invalid-not-oauth', 'missing-scope', 'wrong-endpoint', 'wrong-token-type'],
    evidence: 'observed',
    source: 'https://github.com/pozil/pub-sub-api-node-client/issues/67',
  },
  {
    id: 'events.topic',
    phrases: [
      'an error occurred while getting the metadata for org',
      'ensure the credentials and topic name are correct',
    ],
    channel: 'rest',
    suspects: ['not-authentication', 'session-invalid-not-oauth', 'missing-scope'],
    evidence: 'observed',
    source: 'https://github.com/pozil/pub-sub-api-node-client/issues/13',
  },
];
