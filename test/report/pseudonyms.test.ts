import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Diagnosis } from '../../src/model/index.ts';
import { safeExplanation } from '../../src/output/explanation.ts';
import { namesByMember, pseudonymised, redactor } from '../../src/report/index.ts';
import { people } from '../../src/report/pseudonyms/people.ts';
import { explainText } from '../../src/library/explain-text.ts';
import { evidence as evidenceOf } from '../support/evidence.ts';
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
    ['from 198.51.100.23:443 and 10.0.0.0/8', 'from ip-1.1:443 and ip-2.1/8'],
    ['from 2001:db8::7: refused', 'from ip-1.1: refused'],
    ['http://127.0.0.1:8080 and ::1', 'http://127.0.0.1:8080 and ::1'],
    ['at 02:14:05 on 2026-11-23', 'at 02:14:05 on 2026-11-23'],
    ['org 00D5e000001AbCd is 00D5e000001AbCdEAK', 'org org-1 is org-1'],
    ['user id 0055e00000AbCdEAAV', 'user id id-1'],
    ['key 3MVG9AbCdEfGhIjKlMnOpQrStUvWxYz.0123456789.', 'key key-1.'],
    ['key 3MVG9Msd…WTjong0…, not 3MVG9Msd…z1u8Hw', 'key key-1, not key-2'],
    ['ENOENT /home/jane/keys/server.key', 'ENOENT file-1'],
    ["open 'C:\\\\Users\\\\jane\\\\acme.pem'", "open 'file-1'"],
    ['at sign (/srv/acme/src/login.js:12:5)', 'at sign (file-1:12:5)'],
    ['-i ./keys/acme-prod.pem, again ./keys/acme-prod.pem', '-i file-1, again file-1'],
    ['key acme.p12 and file:///opt/acme', 'key file-2 and file://file-1'],
    ['POST /services/oauth2/token at /lightning/setup', 'POST /services/oauth2/token at /lightning/setup'],
    ['198.51.100.7, 198.51.100.8, 198.51.101.7', 'ip-1.1, ip-1.2, ip-2.1'],
    ['2001:db8::7 2001:db8::8 2001:db8:1::7', 'ip-1.1 ip-1.2 ip-2.1'],
    ['198.51.100.7 is ::ffff:198.51.100.7', 'ip-1.1 is ip-1.1'],
    ['proxy.acme.internal:3128 and sso.acme.example', 'host-1:3128 and host-2'],
    ['getaddrinfo ENOTFOUND squid', 'getaddrinfo ENOTFOUND host-1'],
    ['System.Net.Http at java.net.Socket in login.py', 'System.Net.Http at java.net.Socket in login.py'],
    ['{"display_name":"Jane Doe","first_name" : "Jane"}', '{"display_name":"user-1","first_name" : "user-2"}'],
    ['subject=CN=acme.example, O=Acme Inc, C=DE', 'subject=CN=certificate-1, O=certificate-2, C=DE'],
    ['version 1.2.3.4567 of the invalid_grant', 'version 1.2.3.4567 of the invalid_grant'],
    ['INVALID_SESSION_ID authentication failure', 'INVALID_SESSION_ID authentication failure'],
  ];
  for (const [text, expected] of examples) it(expected, () => expect(hidden(text)).to.equal(expected));

  describe('of people whom only a text names', () => {
    const named: ReadonlyArray<readonly [string, string]> = [
      ['Jane Doe <jane@acme.com> wrote: it fails', 'user-1 <user-1> wrote: it fails'],
      ['"Jane" <ci@acme.com>, Bob Fox (bob@acme.com)', '"user-1" <user-1>, user-2 (user-2)'],
      ['Hi Jane,\nit fails\nRegards,\nBob Fox', 'Hi user-1,\nit fails\nRegards,\nuser-2'],
      ['Reported by: Jane; Owner = "Zoë van der Berg"', 'Reported by: user-1; Owner = "user-2"'],
      ['From: Jane Doe\nTo: Bob Fox', 'From: user-1\nTo: user-2'],
      ["login of user 'Jane' failed", "login of user 'user-1' failed"],
      ['created by Bob Fox for user Jane Doe', 'created by user-1 for user user-2'],
      ['[10:42] Jane Doe: it fails', '[10:42] user-1: it fails'],
      ['Jane Doe  10:42 AM\nit fails', 'user-1  10:42 AM\nit fails'],
      ['{"user":"Jane Doe","created_by" : "bfox"}', '{"user":"user-1","created_by" : "user-2"}'],
      ['user=jdoe owner="bfox" status=failed', 'user=user-1 owner="user-2" status=failed'],
      ['jdoe@build01:~$ sf org login jwt', 'user-1:~$ sf org login jwt'],
      ['[jdoe@build01 ~]$ sf org login jwt', '[user-1 ~]$ sf org login jwt'],
      ['ACME\\jdoe could not log in', 'user-1 could not log in'],
    ];
    for (const [text, expected] of named) it(expected, () => expect(redactor().text(text)).to.equal(expected));

    for (const text of [
      'User: Not Found; user Integration User; Name: Connected App',
      'From: login.salesforce.com; created by Salesforce; Hello World',
      String.raw`ERROR
foo and App\Http\Kernel`,
      'Caused by: System.CalloutException: Unauthorized endpoint',
    ])
      it(`leaves ${text}`, () => expect(redactor().text(text)).to.equal(text));

    it('take no word of our own for a person', () => {
      for (const name of readdirSync('messages')) {
        const text = readFileSync(path.join('messages', name), 'utf8');
        expect(
          people(text, (_kind, found) => (found.includes('@') ? found : `[${found}]`)),
          name,
        ).to.equal(text);
      }
    });
  });

  describe('of one run', () => {
    it('are the same in a report, a warning and an error', () => {
      const by = redactor();
      by.learn(namesByMember({ 'target-org': 'acme-prod', app: 'Billing', 'jwt-key-file': 'keys/acme', redact: true }));
      expect(by.text('No login "ACME-prod"; Billing signs with keys/acme')).to.equal(
        'No login "login-1"; app-1 signs with file-1',
      );
      const { integration } = pseudonymised({ ...found, integration: { app: 'Billing', sourceIps: [] } }, by);
      expect(integration.app).to.equal('app-1');
    });

    it('leave a word of every report, but where it is a name', () => {
      const by = redactor();
      by.learn(namesByMember({ login: 'admin', names: 'admin, acme' }));
      expect(by.text('An admin of the org: no login "admin", -o x --target-org admin.')).to.equal(
        'An admin of the org: no login "login-1", -o x --target-org login-1.',
      );
      expect([by.text('admin'), by.text('acme')]).to.deep.equal(['login-1', 'login-2']);
    });

    it('take a name inside the name of a license for a part of that', () => {
      const one = redactor();
      one.learn([{ kind: 'profile', name: 'Integration', exact: true }]);
      expect(one.text('"Salesforce API Integration", profile Integration')).to.equal(
        '"Salesforce API Integration", profile profile-1',
      );
    });

    it('take a name inside a username or a host for a part of that', () => {
      const by = redactor();
      by.learn(namesByMember({ app: 'acme' }));
      expect(by.text('acme: ci@acme.com at acme.my.salesforce.com')).to.equal('app-1: user-1 at host-1');
    });

    it('hide what only the evidence names', () => {
      const user = { id: '1', username: 'ci@acme.com', name: 'Iris Quill', isActive: true, profileId: '2' };
      const seen = {
        evidence: evidenceOf({ user, keyFile: { state: 'unusable', path: 'deploy', problem: 'empty' } }),
        named: [
          { via: 'profile', name: 'Integration' },
          { via: 'org', name: 'Initech' },
        ] as const,
      };
      const text = 'Initech: Iris Quill (ci@acme.com) of Integration signs with deploy; the integration fails';
      const refusals = [{ channel: 'unknown', origin: 'text', text, count: 1, suspects: [] }] as const;
      expect(pseudonymised({ ...undecided, refusals }, redactor(), seen).refusals[0]?.text).to.equal(
        'org-1: user-1 (user-1) of profile-1 signs with file-1; the integration fails',
      );
    });
  });

  it('hide what a text names that is explained, and nothing of what is said of it', () => {
    const text = 'invalid_grant: user is inactive (ci@acme.com, 203.0.113.7, https://acme.my.salesforce.com)';
    const [plain, hiding] = [explainText(text), safeExplanation(explainText(text), redactor())];
    expect(JSON.stringify(hiding)).to.not.match(/acme|203\.0/u);
    expect(hiding).to.include({ about: 'text' });
    expect({ ...hiding, refusals: [] }).to.deep.equal({ ...plain, refusals: [] });
    expect(JSON.stringify(hiding)).to.include('user-1').and.to.include('ip-1.1').and.to.include('host-1');
  });

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
