import type { CauseId } from '../../model/index.ts';

type Noun = { readonly words: string; readonly suspects: readonly CauseId[] };

/**
 * What an unknown description of Salesforce's is about, by its nouns, the most telling first: the words are parted by `|` and may be
 * any part of a longer word. They only suspect: nobody has seen this wording.
 */
export const nouns: readonly Noun[] = [
  { words: 'verifier|challenge|pkce|proof key', suspects: ['pkce-required-or-bad-verifier'] },
  { words: 'captcha|parameter|malformed|header|encod', suspects: ['client-request-malformed'] },
  { words: 'scope', suspects: ['missing-scope'] },
  { words: 'redirect|callback', suspects: ['redirect-uri-mismatch', 'callback-url-missing'] },
  { words: 'audience', suspects: ['jwt-wrong-audience', 'wrong-endpoint'] },
  { words: 'subject|\\bsub\\b|\\bprn\\b', suspects: ['jwt-wrong-subject'] },
  { words: '\\bexp\\b|\\biat\\b|clock|future', suspects: ['jwt-expired-or-clock-skew'] },
  {
    words: 'signature|certificate|public key|signed|signing',
    suspects: ['jwt-wrong-key-or-cert', 'jwt-cert-expired', 'jwt-malformed'],
  },
  { words: 'secret', suspects: ['app-wrong-secret', 'app-requires-secret'] },
  { words: 'run[ -]?as|execution user|credentials user', suspects: ['client-credentials-no-run-as-user'] },
  {
    words:
      '\\bgrant\\b|grant type|hybrid|flow|response type|named users?|token exchange|jwts? enabled|code credential|not possible|not supported for',
    suspects: ['flow-not-enabled'],
  },
  { words: 'consumer key|client id|client_id|identifier', suspects: ['app-wrong-consumer-key', 'wrong-endpoint'] },
  { words: 'install|package', suspects: ['app-not-installed', 'app-blocked-or-uninstalled'] },
  { words: '\\bip\\b|address|network|range', suspects: ['ip-restricted'] },
  { words: 'hours', suspects: ['login-hours', 'ip-restricted'] },
  { words: 'limit|quota|\\brate\\b|too many|exceed', suspects: ['rate-limited'] },
  { words: 'mfa|multi-?factor|verification|two-?factor|assurance|second factor', suspects: ['mfa-required'] },
  { words: 'frozen|freez', suspects: ['user-frozen', 'user-inactive'] },
  { words: 'lock(?:ed|out)', suspects: ['user-locked-out', 'user-frozen'] },
  { words: 'inactive user|deactivat|user is (?:in|not )active', suspects: ['user-inactive', 'user-frozen'] },
  { words: 'security token', suspects: ['missing-security-token', 'wrong-username-or-password'] },
  { words: 'password.{0,20}(?:expire|change|reset)', suspects: ['password-expired', 'wrong-username-or-password'] },
  { words: 'password', suspects: ['wrong-username-or-password', 'missing-security-token'] },
  {
    words: 'pre-?authori[sz]ed|profile|permission|admin|assigned|approv|consent|authori[sz]',
    suspects: ['user-not-preauthorized', 'user-not-approved', 'app-blocked-or-uninstalled'],
  },
  { words: 'domain|host|endpoint|instance|sandbox|region', suspects: ['wrong-endpoint', 'org-inactive-or-deleted'] },
  {
    words: 'rotat|reus|already used',
    suspects: ['refresh-token-rotated', 'auth-code-expired-or-reused', 'refresh-token-revoked-or-expired'],
  },
  { words: 'authori[sz]ation code|\\bcode\\b', suspects: ['auth-code-expired-or-reused', 'redirect-uri-mismatch'] },
  {
    words: 'token|refresh',
    suspects: ['refresh-token-revoked-or-expired', 'refresh-token-policy-expired', 'refresh-token-rotated'],
  },
  { words: 'assertion|jwt', suspects: ['jwt-wrong-key-or-cert', 'jwt-malformed', 'jwt-expired-or-clock-skew'] },
  { words: '\\borg\\b|organi[sz]ation|tenant', suspects: ['org-inactive-or-deleted', 'wrong-endpoint'] },
  { words: 'user(?:name)?', suspects: ['jwt-wrong-subject', 'wrong-username-or-password', 'user-inactive'] },
  {
    words: '\\bapp\\b|application|client|consumer',
    suspects: ['app-not-found-or-propagating', 'app-blocked-or-uninstalled', 'app-wrong-consumer-key'],
  },
  { words: 'missing|required|absent|empty', suspects: ['client-request-malformed'] },
];
