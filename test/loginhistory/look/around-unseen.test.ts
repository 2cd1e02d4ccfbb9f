import { expect } from 'chai';
import { addLoginRow } from '../../../simulator/state/rows.ts';
import type { OrgPort } from '../../../src/evidence/org-wire.ts';
import { lookAt, withOrg } from '../support/org.ts';
import { minute } from '../support/pieces.ts';

describe('loginhistory: what an org does not answer of the time around the failures', () => {
  for (const [question, asked] of [
    ['successes', /\(LoginTime\) loginAt/u],
    ['rows', /SELECT Id, LoginTime/u],
    ['lockout', /PasswordPolicies|SecuritySettings/u],
  ] as const) {
    it(`is said: ${question}`, () =>
      withOrg(
        'healthy',
        {},
        ({ stage: { clock, org, user } }) => {
          for (let ago = 1; ago <= 5; ago += 1)
            addLoginRow(org, {
              at: clock.now() - ago * minute,
              userId: user.id,
              status: 'Invalid Password',
              application: 'ETL',
            });
        },
        async (started) => {
          const refusing = (port: OrgPort): OrgPort => ({
            ...port,
            wave: async (requests, again) =>
              (await port.wave(requests, again)).map((answer, at) =>
                asked.test(decodeURIComponent(JSON.stringify(requests[at])))
                  ? { ok: false, status: 400, code: 'MALFORMED_QUERY' }
                  : answer,
              ),
          });
          expect((await lookAt(started)).completeness).to.not.have.property('aroundUnseen');
          const { completeness } = await lookAt(started, {}, refusing);
          expect(completeness.aroundUnseen).to.deep.equal([question]);
        },
      ));
  }
});
