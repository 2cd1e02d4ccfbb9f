import { expect } from 'chai';
import type { Alteration, GroupMember, Path } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { read } from './files/support.ts';
import { access, profile, told } from './support.ts';

const app = 'Marketing Sync';
const other: Path = { via: 'permission-set', name: 'Other' };
const group: Path = { via: 'permission-set-group', name: 'All' };

const grants = (path: Path, name: 'ApiEnabled' | 'TwoFactorApi', value: boolean): Alteration => ({
  set: 'permission',
  path,
  name,
  value,
});

const inGroup: GroupMember = { group: 'All', set: 'Other', carriesApp: true, apiEnabled: true };

describe('what a change of profiles, permission sets and groups does to a login', () => {
  const soap = { integration: { ...healthy.integration, flow: 'soap-login' } } as const;

  it('asks for MFA where the user has the set, and not where it has it not', () => {
    expect(told([grants(access, 'TwoFactorApi', true)], { facts: soap })).to.equal('refused mfa-required');
    expect(told([grants(other, 'TwoFactorApi', true)], { facts: soap })).to.equal('goes-on');
  });

  it('takes the name of a standard profile in metadata for the profile', () => {
    const facts = { user: { ...healthy.user!, profileName: 'System Administrator' } };
    const ranges = (name: string): Alteration => ({
      set: 'login-ranges',
      profile: name,
      value: [{ start: '10.0.0.1', end: '10.0.0.9' }],
    });
    expect(told([ranges('Admin')], { facts })).to.equal('refused ip-restricted');
    expect(told([ranges('System Administrator')], { facts })).to.equal('refused ip-restricted');
    expect(told([ranges('Standard')], { facts })).to.equal('goes-on');
  });

  it('keeps a right that comes by another road', () => {
    const facts = { userPermissions: { ...healthy.userPermissions, apiEnabled: [profile, access] } };
    expect(told([grants(profile, 'ApiEnabled', false)], { facts })).to.equal('goes-on');
    expect(told([grants(profile, 'ApiEnabled', false), grants(access, 'ApiEnabled', false)], { facts })).to.match(
      /^refused api-disabled/u,
    );
  });

  it('cannot tell what a set does inside of a group', () => {
    const facts = { groupMembers: [inGroup], ...soap };
    const roads = [profile, group];
    expect(told([grants(other, 'TwoFactorApi', true)], { facts, roads })).to.match(/^untold .*mfa-required/u);
    expect(told([grants(other, 'TwoFactorApi', true)], { facts: soap, roads: [profile] })).to.equal('goes-on');
  });

  it('cannot tell of a group that a file makes otherwise, and can where it says what is so already', () => {
    const made = (sets: readonly string[], mutes = false): Alteration => ({
      set: 'group-members',
      group: 'All',
      sets,
      mutes,
    });
    const given = { facts: { groupMembers: [inGroup] }, roads: [profile, access, group] };
    expect(told([made(['Other'])], given)).to.equal('goes-on');
    expect(told([made(['Other', 'More'])], given)).to.equal('untold');
    expect(told([made(['Other'], true)], given)).to.equal('untold');
    expect(told([made(['More'])], { ...given, roads: [profile, access] })).to.equal('goes-on');
  });

  it('cannot tell whom a connected app lets in, where its file names others than the org', () => {
    const names = (...sets: readonly string[]): Alteration => ({ set: 'app-carriers', app, profiles: [], sets });
    expect(told([names(access.name)])).to.equal('goes-on');
    expect(told([names('Other')])).to.equal('untold');
    const approved: Alteration = { set: 'permitted-users', app, value: 'admin-approved' };
    const nobody = {
      facts: {
        app: { ...healthy.app!, permittedUsers: 'self-authorized' } as const,
        appAccess: { paths: [], carriers: [] },
      },
    };
    expect(told([approved, names('Other')], nobody)).to.equal('refused user-not-preauthorized');
    expect(told([approved, names(access.name)], nobody)).to.equal('untold user-not-preauthorized');
  });

  it('cannot tell of a consumer key or a My Domain that is another one', () => {
    const key = (value: string): Alteration => ({ set: 'consumer-key', app, value });
    expect(told([key(healthy.appOauth!.consumerKey!)])).to.equal('goes-on');
    expect(told([key('3MVG9.other')])).to.equal('untold');
    expect(told([{ set: 'my-domain-name', value: 'ACME' }])).to.equal('goes-on');
    expect(told([{ set: 'my-domain-name', value: 'other' }])).to.equal('untold');
  });

  it('cannot tell of trusted ranges that lack one, and goes on where they only grow', () => {
    const range = { start: '203.0.113.0', end: '203.0.113.255' };
    const facts = { ...soap, trustedIpRanges: [range] };
    const trusted = (...value: ReadonlyArray<typeof range>): Alteration => ({ set: 'trusted-ranges', value });
    expect(told([trusted(range, { start: '10.0.0.1', end: '10.0.0.9' })], { facts })).to.equal('goes-on');
    expect(told([trusted()], { facts })).to.match(/^untold .*missing-security-token/u);
  });

  it('knows the permission set that a file names by its id', () => {
    const id = '0PS000000000001AAA';
    const named = (...setIds: readonly string[]): Alteration => ({
      set: 'app-carriers',
      app,
      profiles: [],
      sets: [],
      setIds,
    });
    const approved: Alteration = { set: 'permitted-users', app, value: 'admin-approved' };
    const roads = [profile, { ...access, id }];
    expect(told([approved, named('0PS000000000001')], { roads })).to.equal('goes-on');
    expect(told([named('0PS000000000002')], { roads })).to.match(/^untold/u);
    const facts = {
      app: { ...healthy.app!, permittedUsers: 'self-authorized' },
      appAccess: { paths: [], carriers: [] },
    } as const;
    expect(told([approved, named('0PS000000000002')], { facts, roads })).to.match(/^refused .*user-not-preauthorized/u);
    expect(told([approved, named(id)], { facts, roads })).to.match(/^untold/u);
    expect(told([approved, named('0PS000000000002')], { facts, roads: [...roads, group] })).to.match(/^untold/u);
  });

  it('reads the permission sets of an external client app by their ids, and by their names', () => {
    const sets = '<commaSeparatedPermissionSet>0PS000000000001AAA, Access</commaSeparatedPermissionSet>';
    const [edit] = read('ExtlClntAppOauthConfigurablePolicies', sets);
    expect(edit?.setting).to.deep.equal({
      set: 'app-carriers',
      app: 'Sync',
      profiles: [],
      sets: ['Access'],
      setIds: ['0PS000000000001AAA'],
    });
  });
});
