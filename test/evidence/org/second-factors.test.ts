import { expect } from 'chai';
import { addAssignment } from '../../../simulator/state/admin.ts';
import { createPermissionSet } from '../../../simulator/state/people.ts';
import { askOrg } from '../../../src/evidence/org/index.ts';
import type { FactName, Flow } from '../../../src/model/index.ts';
import { gatherFor, withScenario } from '../../support/gathered.ts';
import { acme, asked, rightsBut, userId } from './acme.ts';
import { fakePort, invalidType, soqlOf, type Book } from './fake-port.ts';

const wanted = new Set<FactName>(['secondFactors', 'privileged', 'mfaWaived']);

const look = async (book: Book, { flow = 'web', apiVersion = '64.0' }: { flow?: Flow; apiVersion?: string } = {}) => {
  const port = fakePort({ ...acme, ...book }, { apiVersion });
  const { facts } = await askOrg(port, { ...asked, integration: { ...asked.integration, flow }, wanted });
  const soql = port.waves.flat().map((request) => soqlOf(request).soql);
  return { facts, soql };
};

describe('the second factors of a user', () => {
  it('are those that were registered, each once', async () => {
    const row = { HasTotp: true, HasU2F: true, HasSecurityKey: true, HasBuiltInAuthenticator: false };
    const { facts, soql } = await look({ TwoFactorMethodsInfo: [row] });
    expect(facts.secondFactors).to.deep.include({ state: 'known', value: ['authenticator-app', 'security-key'] });
    expect(soql.find((one) => one.includes('TwoFactorMethodsInfo'))).to.include(`UserId = '${userId}'`);
  });

  it('are none without a row, where the session may see rows, and denied where it may not', async () => {
    expect((await look({ TwoFactorMethodsInfo: [] })).facts.secondFactors).to.deep.include({
      state: 'known',
      value: [],
    });
    const blind = { UserPermissionAccess: rightsBut('ManageTwoFactor') };
    for (const TwoFactorMethodsInfo of [[], invalidType])
      expect((await look({ ...blind, TwoFactorMethodsInfo })).facts.secondFactors).to.deep.include({
        state: 'denied',
        permission: 'Manage MFA in API',
      });
  });

  it('have a column more since API 53', async () => {
    const asksBuiltIn = async (apiVersion: string): Promise<boolean> =>
      (await look({ TwoFactorMethodsInfo: [] }, { apiVersion })).soql.some((one) => one.includes('HasBuiltIn'));
    expect([await asksBuiltIn('52.0'), await asksBuiltIn('53.0')]).to.deep.equal([false, true]);
  });

  it('are nobody’s business where no person and no password is there', async () => {
    const { facts, soql } = await look({ TwoFactorMethodsInfo: [] }, { flow: 'jwt' });
    for (const name of wanted) expect(facts[name as 'privileged'].state, name).to.equal('unknown');
    expect(soql.join()).to.not.match(/TwoFactorMethodsInfo|ModifyAllData = true|BypassMFA/u);
  });

  it('come from an org as its users registered them, with the rights of an admin and the waiver', () =>
    withScenario('redirect-uri-mismatch', {}, async (started) => {
      const { act, org, user } = started.stage;
      user.secondFactors = ['Totp', 'BuiltInAuthenticator'];
      const permissions = new Set(['AuthorApex', 'BypassMFAForUiLogins']);
      addAssignment(
        act(),
        user,
        createPermissionSet(org, { name: 'Admin_Rights', label: 'Admin Rights', permissions }),
      );
      const { evidence } = await gatherFor(started);
      expect(evidence.secondFactors).to.deep.include({ value: ['authenticator-app', 'built-in-authenticator'] });
      const road = [{ via: 'permission-set', name: 'Admin_Rights' }];
      expect(
        [evidence.privileged, evidence.mfaWaived].map((fact) => fact.state === 'known' && fact.value),
      ).to.deep.equal([road, road]);
    })).timeout(60_000);
});
