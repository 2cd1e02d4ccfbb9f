import { expect } from 'chai';
import fc from 'fast-check';
import type { Diagnosis } from '../../src/model/index.ts';
import { pseudonymised } from '../../src/report/index.ts';
import { found } from './cases/found.ts';
import { undecided } from './cases/undecided.ts';

/** A text put where any text may stand. */
const hidden = (text: string): string =>
  pseudonymised({ ...undecided, refusals: [{ channel: 'unknown', origin: 'text', text, count: 1, suspects: [] }] })
    .refusals[0]!.text;

describe('pseudonyms', () => {
  it('leave no name of the integration, the org or its people', () => {
    const text = JSON.stringify(pseudonymised(found));
    for (const name of [
      'acme',
      'ada',
      'Marketing Sync',
      'Marketing_Sync',
      '3MVG',
      '00D5',
      '203.0.113.7',
      'ci-marketing',
      'Bob',
      '0Ya5',
    ])
      expect(text, name).not.to.include(name);
  });

  it('are the same for the same name, everywhere', () => {
    const { integration, findings, targetOrg } = pseudonymised(found);
    expect(integration.username).to.equal('user-1');
    expect(findings[0]?.signs[0]?.text).to.equal('None of the 3 permission sets of user-1 carries "app-2".');
    expect(findings[0]?.change?.by).to.equal(targetOrg?.username).and.to.equal('user-2');
  });

  it('are one for the two names of a person', () => {
    const by = 'Ada Admin (ada.admin@acme.com)';
    const { changes, targetOrg } = pseudonymised({
      ...found,
      changes: [{ ...found.changes[0]!, by, action: 'by Ada Admin' }],
    });
    expect(changes[0]).to.include({ by: 'user-2', display: 'by user-2' });
    expect(targetOrg?.username).to.equal('user-2');
  });

  it('are the same in every run', () => {
    expect(JSON.stringify(pseudonymised(found))).to.equal(JSON.stringify(pseudonymised(structuredClone(found))));
  });

  it('leave the outcome, the causes, the roles and the times', () => {
    const { outcome, findings, firstFailure, ruledOut, blindSpots } = pseudonymised(found);
    expect({ outcome, firstFailure, ruledOut, blindSpots }).to.deep.equal({
      outcome: found.outcome,
      firstFailure: found.firstFailure,
      ruledOut: found.ruledOut,
      blindSpots: found.blindSpots,
    });
    expect(findings.map(({ cause, role, gate }) => [cause, role, gate])).to.deep.equal(
      found.findings.map(({ cause, role, gate }) => [cause, role, gate]),
    );
  });

  it('do not touch our own words where an app is called like one of them', () => {
    const tricky: Diagnosis = { ...found, integration: { app: 'jwt', username: 'root', flow: 'jwt', sourceIps: [] } };
    const { integration, findings } = pseudonymised(tricky);
    expect(integration.flow).to.equal('jwt');
    expect(findings[0]?.role).to.equal('root');
  });

  const examples: ReadonlyArray<readonly [string, string]> = [
    ["user jane.o'neil@acme.com.uat failed", 'user user-1 failed'],
    ['username=jane%40acme.com&x', 'username=user-1&x'],
    ['at https://acme--uat.sandbox.my.salesforce.com/services/oauth2/token', 'at https://host-1/services/oauth2/token'],
    ['host acme.my.salesforce.com, again ACME.my.salesforce.com', 'host host-1, again host-1'],
    ['aud https://login.salesforce.com', 'aud https://login.salesforce.com'],
    ['from 198.51.100.23:443 and 10.0.0.0/8', 'from ip-1:443 and ip-2/8'],
    ['from 2001:db8::7: refused', 'from ip-1: refused'],
    ['http://127.0.0.1:8080 and ::1', 'http://127.0.0.1:8080 and ::1'],
    ['at 02:14:05 on 2026-11-23', 'at 02:14:05 on 2026-11-23'],
    ['org 00D5e000001AbCd is 00D5e000001AbCdEAK', 'org org-1 is org-1'],
    ['user id 0055e00000AbCdEAAV', 'user id id-1'],
    ['key 3MVG9AbCdEfGhIjKlMnOpQrStUvWxYz.0123456789.', 'key key-1.'],
    ['ENOENT /home/jane/keys/server.key', 'ENOENT /home/user-1/keys/server.key'],
    ['version 1.2.3.4567 of the invalid_grant', 'version 1.2.3.4567 of the invalid_grant'],
    ['INVALID_SESSION_ID authentication failure', 'INVALID_SESSION_ID authentication failure'],
  ];
  for (const [text, expected] of examples) it(expected, () => expect(hidden(text)).to.equal(expected));

  it('hide an address and a username in any text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.emailAddress({ size: 'small' }),
        fc.ipV4(),
        fc.string(),
        (before, email, ip, after) => {
          fc.pre(/^\w[\w.]*@[\w.-]+$/u.test(email) && !ip.startsWith('127.') && ip !== '0.0.0.0');
          const text = hidden(`${before} <${email}> (${ip}) ${after}`);
          expect(text).not.to.include(` <${email}>`);
          expect(text).not.to.include(`(${ip})`);
        },
      ),
      { numRuns: 100 },
    );
  });
});
