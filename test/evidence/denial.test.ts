import { expect } from 'chai';
import { whyNot } from '../../src/evidence/denial.ts';
import type { OrgRefusal } from '../../src/evidence/org-wire.ts';

const cases: ReadonlyArray<[ReturnType<typeof whyNot>, Omit<OrgRefusal, 'ok'>]> = [
  ['unreachable', { trouble: 'unreachable' }],
  ['timed-out', { trouble: 'timed-out' }],
  [
    'no-session',
    { status: 401, code: 'INVALID_SESSION_ID', message: 'This session is not valid for use with the REST API' },
  ],
  ['no-session', { status: 403, code: 'API_DISABLED_FOR_ORG' }],
  ['no-session', { status: 403, code: 'API_CURRENTLY_DISABLED' }],
  ['no-session', { status: 403, code: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD' }],
  ['not-there', { status: 400, code: 'INVALID_TYPE' }],
  ['not-there', { status: 400, code: 'INVALID_FIELD' }],
  ['not-there', { status: 403, code: 'FUNCTIONALITY_NOT_ENABLED' }],
  ['no-permission', { status: 403, code: 'INSUFFICIENT_ACCESS' }],
  ['no-permission', { code: 'INSUFFICIENT_ACCESS_OR_READONLY' }],
  ['no-permission', { status: 403, code: 'TXN_SECURITY_NO_ACCESS' }],
  ['unreachable', { status: 403, code: 'REQUEST_LIMIT_EXCEEDED' }],
  ['unreachable', { status: 503, code: 'SERVER_UNAVAILABLE' }],
  ['unreachable', { code: 'UNKNOWN_EXCEPTION' }],
  ['timed-out', { status: 400, code: 'QUERY_TIMEOUT' }],
  ['unreachable', { status: 400, code: 'MALFORMED_QUERY' }],
];

describe('how Salesforce says no', () => {
  for (const [no, refusal] of cases) {
    it(`${no}: ${JSON.stringify(refusal)}`, () => expect(whyNot({ ok: false, ...refusal })).to.equal(no));
  }
});
