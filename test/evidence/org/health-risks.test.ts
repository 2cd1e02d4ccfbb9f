import { expect } from 'chai';
import { changeMaxLoginAttempts } from '../../../simulator/state/admin.ts';
import passwordCanExpire from '../../../src/causes/password-can-expire.ts';
import missingSecurityToken from '../../../src/causes/missing-security-token.ts';
import sessionInvalid from '../../../src/causes/session-invalid-not-oauth.ts';
import { askOrg } from '../../../src/evidence/org/index.ts';
import type { FactName } from '../../../src/model/index.ts';
import { gatherFor, withScenario } from '../../support/gathered.ts';
import { healthy } from '../../support/healthy.ts';
import { standing } from '../../support/standing.ts';
import { acme, asked, rightsBut } from './acme.ts';
import { fakePort, invalidType, type Book } from './fake-port.ts';

const risk = {
  SettingGroup: 'PasswordPolicies',
  Setting: 'Minimum password length',
  OrgValue: '5',
  StandardValue: '8',
};
const key = 'tooling:SecurityHealthCheckRisks';

const look = async (book: Book) =>
  (await askOrg(fakePort({ ...acme, ...book }), { ...asked, wanted: new Set<FactName>(['healthRisks']) })).facts
    .healthRisks;

describe('the items of Health Check', () => {
  it('are read with what the org has and what the standard is', async () => {
    const group = 'PasswordPolicies';
    expect(await look({ [key]: [risk, { SettingGroup: group }] })).to.deep.include({
      state: 'known',
      value: [{ group, setting: 'Minimum password length', value: '5', standard: '8' }],
    });
    expect(await look({ [key]: [] })).to.deep.include({ state: 'known', value: [] });
  });

  it('are denied to whoever may see neither Health Check nor Setup', async () => {
    const rights = { UserPermissionAccess: rightsBut('ViewHealthCheck', 'ViewSetup') };
    for (const answer of [[], invalidType])
      expect(await look({ ...rights, [key]: answer })).to.deep.include({
        state: 'denied',
        permission: 'View Health Check',
      });
  });

  it('are told of the group that bears on the gate, and stop nothing', () => {
    const integration = { ...healthy.integration, flow: 'password' as const };
    const items = (group: string) => [{ group, setting: 'Some setting', value: 'Off' }];
    for (const [cause, group, other] of [
      [passwordCanExpire, 'PasswordPolicies', 'Session Settings'],
      [sessionInvalid, 'Session Settings', 'Network Access'],
      [missingSecurityToken, 'Network Access', 'Password Policies'],
    ] as const) {
      const noted = standing(cause, { integration, healthRisks: items(group) });
      expect([noted.said, noted.told], cause.id).to.deep.equal([{}, { 'health-check': 'tells' }]);
      expect(noted.sentences.join()).to.include('Some setting: Off (standard: -)');
      expect(standing(cause, { integration, healthRisks: items(other) }).told, cause.id).to.deep.equal({});
    }
  });

  it('come from an org as its settings are', () =>
    withScenario('password-expired', {}, async (started) => {
      changeMaxLoginAttempts(started.stage.act(), 'NoLimit');
      const { evidence } = await gatherFor(started);
      const setting = 'Maximum invalid login attempts';
      expect(evidence.healthRisks).to.deep.include({
        value: [{ group: 'Password Policies', setting, value: 'No Limit', standard: '3' }],
      });
    })).timeout(60_000);
});
