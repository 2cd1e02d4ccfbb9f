import type { CauseId, Flow } from '../model/index.ts';
import { nouns } from './phrase-book/nouns.ts';

const patterns = nouns.map(({ words, suspects }) => ({ pattern: new RegExp(words, 'iu'), suspects }));

/** So many suspects are named where nobody has seen the wording. */
const most = 3;

const always: readonly Flow[] = ['password', 'soap-login'];
const codes: readonly Flow[] = ['web', 'device'];

/** Causes that only these flows can have. The others stop any flow. */
const flowsOf: ReadonlyMap<CauseId, readonly Flow[]> = new Map<CauseId, readonly Flow[]>([
  ['wrong-username-or-password', always],
  ['missing-security-token', always],
  ['flow-blocked-org-wide', ['password']],
  ['password-expired', always],
  ['soap-login-disabled', ['soap-login']],
  ['client-credentials-no-run-as-user', ['client-credentials']],
  ['auth-code-expired-or-reused', codes],
  ['redirect-uri-mismatch', codes],
  ['callback-url-missing', codes],
  ['pkce-required-or-bad-verifier', codes],
  ['jwt-wrong-key-or-cert', ['jwt']],
  ['jwt-cert-expired', ['jwt']],
  ['jwt-wrong-audience', ['jwt']],
  ['jwt-wrong-subject', ['jwt']],
  ['jwt-expired-or-clock-skew', ['jwt']],
  ['jwt-malformed', ['jwt']],
  ['jwt-key-file-unreadable', ['jwt']],
  ['refresh-token-revoked-or-expired', ['refresh-token', 'web']],
  ['refresh-token-policy-expired', ['refresh-token', 'web']],
  ['refresh-token-limit-exceeded', ['refresh-token', 'web']],
  ['refresh-token-rotated', ['refresh-token', 'web']],
]);

const canBeIn = (cause: CauseId, flow: Flow | undefined): boolean =>
  flow === undefined || (flowsOf.get(cause)?.includes(flow) ?? true);

/** What a code of the API is called that has to do with who calls, and from where. */
const ofLogin = /AUTH|LOGIN|SESSION|TOKEN|PASSWORD|CREDENTIAL|(?:^|_)(?:IP|MFA|JWT|SSO|SAML|USER|ORG|API)(?:_|$)/u;

/**
 * What a code of the REST API that nobody has seen may mean. Its list of refusals of a login is known, and it looks at records only
 * when the login stands: a code that names nothing of a login is most likely about data.
 */
export const suspectsOfUnknownCode = (code: string, description: string): readonly CauseId[] => {
  if (!/^[A-Z][A-Z0-9_]+$/u.test(code)) return [];
  return ofLogin.test(code)
    ? suspectsOfUnknown(description, [], undefined)
    : ['not-authentication', 'client-request-malformed', 'api-disabled-for-user-or-edition'];
};

/**
 * What a description that nobody has seen may mean: what its nouns are about, else what its code leaves open; at most three, and none
 * that the flow excludes.
 */
export const suspectsOfUnknown = (
  description: string,
  ofCode: readonly CauseId[],
  flow: Flow | undefined,
): readonly CauseId[] => {
  const about = patterns.flatMap(({ pattern, suspects }) => (pattern.test(description) ? suspects : []));
  const fitting = [...new Set(about)].filter((cause) => canBeIn(cause, flow));
  const open = fitting.length > 0 ? fitting : ofCode.filter((cause) => canBeIn(cause, flow));
  return open.slice(0, most);
};
