import { expect } from 'chai';
import transactionSecurityPolicy from '../../src/causes/transaction-security-policy.ts';
import type { TransactionPolicy } from '../../src/model/index.ts';
import { readStatus, recognizeRefusals } from '../../src/recognition/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing } from '../support/standing.ts';

const id = 'transaction-security-policy';
const refused =
  "TXN_SECURITY_NO_ACCESS: The operation you requested isn't allowed due to a security policy in your organization.";
const onLogins: TransactionPolicy = { name: 'Logins from servers', event: 'LoginEvent' };
const onReports: TransactionPolicy = { name: 'Large reports', event: 'ReportEvent' };

const how = (transactionPolicies: readonly TransactionPolicy[] | undefined, text = refused) =>
  standing(transactionSecurityPolicy, {
    refusals: recognizeRefusals(text),
    ...(transactionPolicies === undefined ? {} : { transactionPolicies }),
  });

describe(id, () => {
  it('is proved by its words where a policy on logins is on, and names the policy', () => {
    const { standing: stands, sentences } = how([onReports, onLogins]);
    expect(stands).to.equal('confirmed');
    expect(sentences.join()).to.include('"Logins from servers"');
  });

  it('is only suspected where policies are on other events, or where they were not seen', () => {
    expect(how([onReports]).standing).to.equal('suspected');
    expect(how(undefined).standing).to.equal('suspected');
  });

  it('is ruled out where no policy is on, and not there where a policy on logins refused nothing', () => {
    expect(how([]).standing).to.equal('ruled-out');
    expect(how([onLogins], 'invalid_grant: expired access/refresh token').said).to.deep.equal({});
  });

  it('is proved by the status of the event log', () => {
    const status = 'LOGIN_END_SESSION_TXN_SECURITY_POLICY';
    const loginRows = [row('2026-11-23T01:59:00Z', { status, ...readStatus(status) })];
    const seen = { integration: healthy.integration, loginRows, transactionPolicies: [onReports] };
    expect(standing(transactionSecurityPolicy, seen).standing).to.equal('confirmed');
  });

  it('is the second that the words name, and the first where login() was refused so', () => {
    const [anywhere] = recognizeRefusals(refused);
    expect(anywhere?.suspects.slice(0, 2)).to.deep.equal(['not-authentication', id]);
    expect(recognizeRefusals(refused, { flow: 'soap-login' })[0]?.suspects[0]).to.equal(id);
  });
});
