/** What would let us see a fact that was not asked for: flags of ours. */
export const cures = {
  online: 'without --offline',
  probe: 'without --no-probe',
  attempt: '--attempt',
  app: '--app',
  secret: '--client-secret-file',
  token: '--token-file',
  loginUrl: '--login-url',
} as const;
