import type { Alteration, CauseId, Edit } from '../model/index.ts';

/**
 * The causes on which a setting bears that stands in one fact with many others. What is not here bears on whatever reads its fact.
 * It matters only where a clue could not be read: else the judgement itself shows what became of it.
 */
const causes: Readonly<Partial<Record<Alteration['set'], readonly CauseId[]>>> = {
  scopes: ['missing-scope', 'full-scope', 'refresh-token-revoked-or-expired'],
  'callback-urls': ['callback-url-missing', 'redirect-uri-mismatch', 'flow-not-enabled'],
  certificate: ['jwt-cert-expired', 'jwt-wrong-key-or-cert', 'jwt-key-file-unreadable', 'flow-not-enabled'],
  'client-credentials': ['flow-not-enabled', 'client-credentials-no-run-as-user'],
  'permitted-users': ['user-not-preauthorized', 'user-not-approved', 'users-self-authorize', 'api-access-control'],
  'refresh-token-policy': [
    'refresh-token-policy-expired',
    'refresh-token-revoked-or-expired',
    'refresh-token-rotated',
    'refresh-token-limit-exceeded',
  ],
  'high-assurance': ['mfa-required'],
};

/** Whether one of the edits of a fact bears on a cause. */
export const bearOn = (edits: readonly Edit[], cause: CauseId): boolean =>
  edits.some(({ setting }) => causes[setting.set]?.includes(cause) ?? true);
