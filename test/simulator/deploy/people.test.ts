import { expect } from 'chai';
import { createPermissionSet, createPermissionSetGroup, createProfile } from '../../../simulator/index.ts';
import type { Profile } from '../../../simulator/index.ts';
import { manifestXml } from './project.ts';
import { deployOne, deployTo, openDesk } from './support.ts';
import type { Desk, Parcel } from './support.ts';

const range = (start: string, end: string): string =>
  `<loginIpRanges><endAddress>${end}</endAddress><startAddress>${start}</startAddress></loginIpRanges>`;

const permission = (name: string, enabled: boolean): string =>
  `<userPermissions><enabled>${String(enabled)}</enabled><name>${name}</name></userPermissions>`;

describe('simulator: deployed profiles and permission sets', () => {
  let desk: Desk;
  let profile: Profile;
  let actions: () => string[];
  beforeEach(async () => {
    desk = await openDesk();
    profile = desk.org.profiles.find(({ name }) => name === 'Integration')!;
    const before = desk.org.auditRows.length;
    actions = () => desk.org.auditRows.slice(before).map(({ action }) => action);
  });
  afterEach(() => desk.close());

  const deployProfile = (body: string) => deployOne(desk, ['profiles/Integration.profile', 'Profile', body]);
  const remove = (type: string, name: string, more: Parcel = {}) =>
    deployTo(desk, { files: { 'destructiveChanges.xml': manifestXml({ [type]: [name] }) }, ...more });

  it('the ranges of a profile take the place of those that were there', async () => {
    profile.loginIpRanges = [{ start: '10.0.0.1', end: '10.0.0.2' }];
    await deployProfile(range('10.0.0.5', '10.0.0.9'));
    expect(profile.loginIpRanges).to.deep.equal([{ start: '10.0.0.5', end: '10.0.0.9' }]);
    expect(actions()).to.deep.equal(['deletedLoginIpRange_withProfile', 'loginIpRange']);
  });

  it('a profile file without ranges leaves them, or takes them: the world says which', async () => {
    profile.loginIpRanges = [{ start: '10.0.0.1', end: '10.0.0.2' }];
    await deployProfile('<description>x</description>');
    expect(profile.loginIpRanges).to.have.length(1);
    desk.sim.world.switches.profileFileWithoutRanges = 'takes-them';
    await deployProfile('<description>x</description>');
    expect(profile.loginIpRanges).to.have.length(0);
  });

  it('login hours stay without the element, and end with an empty one', async () => {
    await deployProfile('<loginHours><mondayStart>480</mondayStart><mondayEnd>1020</mondayEnd></loginHours>');
    expect(profile.loginHours).to.deep.equal({ monday: { start: 480, end: 1020 } });
    await deployProfile('<custom>true</custom>');
    expect(profile.loginHours).to.have.property('monday');
    await deployProfile('<loginHours/>');
    expect(profile.loginHours).to.deep.equal({});
    expect(actions()).to.deep.equal(['profileLoginHoursChangedCustom', 'profileLoginHoursChangedCustom']);
  });

  it('permissions that the file of a profile does not name stay', async () => {
    await deployProfile(permission('TwoFactorApi', true) + permission('UseAnyApiAuth', false));
    expect([...profile.permissions].sort()).to.deep.equal(['ApiEnabled', 'PasswordNeverExpires', 'TwoFactorApi']);
    expect(actions()).to.deep.equal(['profilePermChangedCustom', 'profilePermChangedCustom']);
  });

  it('a profile is created, and deleted once it has no users', async () => {
    const made = await deployOne(desk, ['profiles/Robots.profile', 'Profile', permission('ApiEnabled', true)]);
    expect(made.done).to.deep.equal(['created Profile Robots']);
    expect((await remove('Profile', 'Integration')).problems[0]).to.include('Profile Integration has users');
    expect((await remove('Profile', 'Robots')).done).to.deep.equal(['deleted Profile Robots']);
  });

  const refused: Record<string, readonly [body: string, problem: string]> = {
    'half a range': ['<loginIpRanges><startAddress>10.0.0.1</startAddress></loginIpRanges>', 'missing: endAddress'],
    'a range of two families': [range('10.0.0.1', '::2'), 'Invalid IP range'],
    'half a day': ['<loginHours><mondayStart>480</mondayStart></loginHours>', 'missing: mondayStart, mondayEnd'],
    'half an hour': [
      '<loginHours><mondayStart>490</mondayStart><mondayEnd>1020</mondayEnd></loginHours>',
      'is no full hour',
    ],
    'a permission without a name': ['<userPermissions><enabled>true</enabled></userPermissions>', 'missing: name'],
    'a login flow': [
      '<loginFlows><flow>X</flow><friendlyName>X</friendlyName><uiLoginFlowType>x</uiLoginFlowType><useLightningRuntime>true</useLightningRuntime></loginFlows>',
      'loginFlows is not simulated',
    ],
    'another licence': ['<userLicense>Salesforce Integration</userLicense>', 'userLicense is not simulated'],
  };
  for (const [what, [body, problem]] of Object.entries(refused)) {
    it(`a profile is not taken with ${what}`, async () => {
      expect((await deployProfile(body)).problems[0]).to.include(problem);
    });
  }

  const set = (body: string, more: Parcel = {}) =>
    deployOne(desk, ['permissionsets/Extra.permissionset', 'PermissionSet', `<label>Extra</label>${body}`], more);

  it('a permission set holds what its file holds, and before version 40 what it held besides', async () => {
    const extra = createPermissionSet(desk.org, { name: 'Extra', permissions: new Set(['ViewSetup', 'ApiEnabled']) });
    await set(permission('ManageUsers', true) + permission('ApiEnabled', false), { version: '39.0' });
    expect([...extra.permissions].sort()).to.deep.equal(['ManageUsers', 'ViewSetup']);
    await set(permission('ApiEnabled', true), { version: '40.0' });
    expect([...extra.permissions]).to.deep.equal(['ApiEnabled']);
    expect(actions()).to.include.members(['PermSetEnableUserPerm', 'PermSetDisableUserPerm']);
  });

  it('a permission set of sessions is not simulated', async () => {
    const { problems } = await set('<hasActivationRequired>true</hasActivationRequired>');
    expect(problems[0]).to.include('PermissionSet.hasActivationRequired is not simulated');
  });

  it('a permission set is deleted once nobody is assigned to it, and its apps and groups lose it', async () => {
    expect((await remove('PermissionSet', 'Marketing_Sync_Access')).problems[0]).to.include('is assigned to users');
    desk.org.assignments = [];
    const [access] = desk.org.permissionSets;
    const group = createPermissionSetGroup(desk.org, { developerName: 'Crew', permissionSetIds: [access!.id] });
    expect((await remove('PermissionSet', 'Marketing_Sync_Access')).status).to.equal('Succeeded');
    expect([desk.org.apps[0]!.permissionSetIds, group.permissionSetIds]).to.deep.equal([[], []]);
    expect(actions()).to.deep.equal(['PermSetDelete']);
  });

  const group = (body: string) =>
    deployOne(desk, [
      'permissionsetgroups/Crew.permissionsetgroup',
      'PermissionSetGroup',
      `<label>Crew</label>${body}`,
    ]);

  it('a group is created with its sets and what it mutes, changed and deleted', async () => {
    createPermissionSet(desk.org, { name: 'Extra' });
    const made = await group(
      '<mutingPermissionSets>Hush</mutingPermissionSets><permissionSets>Marketing_Sync_Access</permissionSets>',
    );
    expect(made.done).to.deep.equal(['created PermissionSetGroup Crew']);
    const muted = await deployOne(desk, [
      'mutingpermissionsets/Hush.mutingpermissionset',
      'MutingPermissionSet',
      `<label>Hush</label>${permission('ApiEnabled', true)}${permission('ViewSetup', false)}`,
    ]);
    expect(muted.done).to.deep.equal(['changed MutingPermissionSet Hush']);
    const [crew] = desk.org.permissionSetGroups;
    expect([...crew!.mutedPermissions]).to.deep.equal(['ApiEnabled']);
    await group('<permissionSets>Extra</permissionSets>');
    expect(actions()).to.deep.equal([
      'PermissionSetGroupCreate',
      'PermissionSetGroupComponentAdd',
      'PermissionSetGroupComponentAdd',
      'PermissionSetGroupComponentRemoved',
    ]);
    expect((await remove('PermissionSetGroup', 'Crew')).status).to.equal('Succeeded');
    expect(desk.org.permissionSetGroups).to.deep.equal([]);
  });

  it('a group is not taken with an unknown set, or with two that mute; nor is a set that nobody mutes by', async () => {
    expect((await group('<permissionSets>No</permissionSets>')).problems[0]).to.include(
      'no PermissionSet named No found',
    );
    const two = '<mutingPermissionSets>A</mutingPermissionSets><mutingPermissionSets>B</mutingPermissionSets>';
    expect((await group(two)).problems[0]).to.include('More than one muting permission set');
    const lonely = ['mutingpermissionsets/A.mutingpermissionset', 'MutingPermissionSet', '<label>A</label>'] as const;
    expect((await deployOne(desk, lonely)).problems[0]).to.include('that no group of this org names');
  });

  const session = (body: string) =>
    deployOne(desk, ['profileSessionSettings/Any.profileSessionSetting', 'ProfileSessionSetting', body]);
  const rest =
    '<externalCommunityUserIdentityVerif>false</externalCommunityUserIdentityVerif><forceLogout>false</forceLogout><sessionPersistence>false</sessionPersistence><sessionTimeoutWarning>false</sessionTimeoutWarning>';

  it('the session level of a profile goes by the profile that the file names, whatever its case', async () => {
    const level = '<requiredSessionLevel>HIGH_ASSURANCE</requiredSessionLevel>';
    expect((await session(`<profile>integration</profile>${level}${rest}`)).problems).to.deep.equal([]);
    expect(profile.requiredSessionLevel).to.equal('HIGH_ASSURANCE');
    expect(actions()).to.deep.equal(['requiredSessionLevelForProfile']);
    expect((await session(level)).problems[0]).to.include('missing: profile');
    expect((await session('<profile>No</profile>')).problems[0]).to.include('no Profile named No found');
    const low = '<profile>integration</profile><requiredSessionLevel>LOW</requiredSessionLevel>';
    expect((await session(low)).problems[0]).to.include('requiredSessionLevel LOW is not simulated');
    const short = '<profile>integration</profile><sessionTimeout>15</sessionTimeout>';
    expect((await session(short)).problems[0]).to.include('A session timeout of one profile is not simulated');
  });

  it('a standard profile goes by its internal name', async () => {
    createProfile(desk.org, { name: 'Standard User', fullName: 'Standard' });
    const { done } = await deployOne(desk, ['profiles/Standard.profile', 'Profile', permission('ViewSetup', true)]);
    expect(done).to.deep.equal(['changed Profile Standard']);
  });
});
