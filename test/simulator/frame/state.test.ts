import { X509Certificate, createPrivateKey } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  addLoginRows,
  assignPermissionSetGroup,
  createClock,
  createPermissionSet,
  createPermissionSetGroup,
  createWorld,
  id18,
  isPreAuthorised,
  makeId,
  permissionsOf,
  privateKeyFor,
  profileOf,
  sameId,
  selfSigned,
  userById,
} from '../../../simulator/index.ts';
import * as admin from '../../../simulator/state/admin.ts';

const at = Date.UTC(2026, 10, 18, 20);
const clock = createClock({ at, standing: true });

describe('simulator: ids', () => {
  it('spells the case of an id in its last three characters', () => {
    expect(id18('0H43X0000000tw9')).to.equal('0H43X0000000tw9SAA');
    expect(id18('0YaHn0000EUyGdH')).to.equal('0YaHn0000EUyGdHKQV');
    expect(id18('005Hn00000H35Jt')).to.equal('005Hn00000H35JtIAJ');
  });

  it('never makes the same id twice', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.nat({ max: 2 ** 40 }), (one, other) => {
        const [first, second] = [makeId('005', 'Hn', one), makeId('005', 'Hn', other)];
        expect(first).to.match(/^005Hn0\w{9}[A-Z0-5]{3}$/);
        expect(sameId(first, second)).to.equal(one === other);
      }),
    );
  });
});

describe('simulator: certificates', () => {
  it('are real ones, of the time asked', () => {
    for (const to of [at + 1000, Date.UTC(2055, 1, 3)]) {
      const privateKey = privateKeyFor('test');
      const certificate = new X509Certificate(selfSigned({ privateKey, commonName: 'Sync ü', from: at - 1000, to }));
      expect(certificate.subject).to.equal('CN=Sync ü');
      expect(Date.parse(certificate.validTo)).to.equal(to);
      expect(certificate.checkPrivateKey(createPrivateKey(privateKey))).to.equal(true);
      expect(certificate.verify(certificate.publicKey)).to.equal(true);
    }
  });
});

describe('simulator: the healthy world', () => {
  it('has an integration that logged in until now, and nothing changed since', () => {
    const { orgs, integration } = createWorld(clock);
    const [org, stranger] = orgs;
    const user = userById(org!, integration.userId);
    const app = org!.apps[0]!;
    expect(isPreAuthorised(org!, user, app)).to.equal(true);
    expect(app).to.include({ name: 'Marketing Sync', kind: 'connected-app', permittedUsers: 'admin-approved' });
    expect(app.scopes).to.deep.equal(['Api', 'RefreshToken', 'Web']);
    const rows = org!.loginRows.filter(({ userId }) => userId === user.id);
    expect(rows).to.have.length(140);
    expect(rows.every(({ status }) => status === 'Success')).to.equal(true);
    expect(org!.auditRows.every((row) => row.at < (rows.at(-1)?.at ?? 0))).to.equal(true);
    expect(profileOf(org!, userById(org!, integration.adminId)).fullName).to.equal('Admin');
    expect(new Set([org!.id, stranger!.id, org!.myDomainName, stranger!.myDomainName]).size).to.equal(4);
  });

  it('is the same on every run but for tokens and certificates', () => {
    const names = (): unknown =>
      createWorld(clock).orgs.map((org) => [
        org.id,
        org.users.map(({ id }) => id),
        org.apps.map((app) => app.consumerKey),
      ]);
    expect(names()).to.deep.equal(names());
  });

  it('asks for a million rows without making them', () => {
    const org = createWorld(clock).orgs[0]!;
    addLoginRows(org, 1_000_000, at);
    expect(org.bulkLoginRows).to.deep.equal({ count: 1_000_000, to: at, from: at - 180 * 24 * 3600 * 1000, seed: 1 });
    expect(org.loginRows.length).to.be.lessThan(1000);
  });
});

describe('simulator: permissions', () => {
  it('come by profile, set and group, but for what the group mutes', () => {
    const { orgs, integration } = createWorld(clock);
    const org = orgs[0]!;
    const user = userById(org, integration.userId);
    const set = createPermissionSet(org, { name: 'More', permissions: new Set(['ViewSetup', 'ManageUsers']) });
    const group = createPermissionSetGroup(org, {
      developerName: 'Group',
      permissionSetIds: [set.id],
      mutedPermissions: new Set(['ManageUsers']),
    });
    assignPermissionSetGroup(org, user.id, group.id);
    expect([...permissionsOf(org, user)]).to.have.members([
      'ApiEnabled',
      'PasswordNeverExpires',
      'UseAnyApiAuth',
      'ViewSetup',
    ]);
  });
});

describe('simulator: admin actions', () => {
  const world = createWorld(clock);
  const org = world.orgs[0]!;
  const user = userById(org, world.integration.userId);
  const app = org.apps[0]!;
  const set = org.permissionSets[0]!;
  const profile = profileOf(org, user);
  const act = { org, byUserId: world.integration.adminId, at };
  const short = user.id.slice(0, 15);

  type Case = [name: string, action: () => void, row: [action: string, section: string, display: string]];

  const cases: Case[] = [
    [
      'deactivate',
      () => admin.deactivateUser(act, user),
      ['deactivateduser', 'Manage Users', `Deactivated user Marketing Integration (UserID: [${short}])`],
    ],
    [
      'activate',
      () => admin.activateUser(act, user),
      ['activateduser', 'Manage Users', `Activated user Marketing Integration (UserID: [${short}])`],
    ],
    [
      'freeze',
      () => admin.freezeUser(act, user),
      ['frozeuser', 'Manage Users', 'Froze user account for Marketing Integration'],
    ],
    [
      'unfreeze',
      () => admin.unfreezeUser(act, user),
      ['unfrozeuser', 'Manage Users', 'Unfroze user account for Marketing Integration'],
    ],
    [
      'password',
      () => admin.changePassword(act, user, 'New-Horse-8', 'token'),
      ['changedpassword', 'Manage Users', 'Set new password for user Marketing Integration'],
    ],
    [
      'unassign',
      () => admin.removeAssignment(act, user, set),
      [
        'PermSetUnassign',
        'Manage Users',
        `Permission set Marketing Sync Access: unassigned from user Marketing Integration (UserID: [${short}])`,
      ],
    ],
    [
      'assign',
      () => admin.addAssignment(act, user, set),
      [
        'PermSetAssign',
        'Manage Users',
        `Permission set Marketing Sync Access: assigned to user Marketing Integration (UserID: [${short}])`,
      ],
    ],
    [
      'app off the set',
      () => admin.removeAppFromPermissionSet(act, app, set),
      [
        'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Disabled',
        'Manage Users',
        'Changed permission set Marketing Sync Access: Marketing Sync connected app is disabled',
      ],
    ],
    [
      'app onto the profile',
      () => admin.addAppToProfile(act, app, profile),
      [
        'SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledCustom',
        'Manage Users',
        'Changed profile Integration: Marketing Sync connected app is enabled',
      ],
    ],
    [
      'permitted users',
      () => admin.changePermittedUsers(act, app, 'self-authorized'),
      [
        'changeUserRuntimeAccessPolicy',
        'Application',
        'Changed connected app Marketing Sync Permitted Users setting from Admin approved users are pre-authorized to All users may self-authorize',
      ],
    ],
    [
      'relaxation',
      () => admin.changeIpRelaxation(act, app, 'BYPASS'),
      [
        'changeIpRelaxationPolicy',
        'Application',
        'Changed connected app Marketing Sync IP relaxation setting from Enforce IP restrictions to Relax IP restrictions',
      ],
    ],
    [
      'range',
      () => admin.addLoginIpRange(act, profile, '192.0.2.1', '192.0.2.9'),
      ['loginIpRange', 'Manage Users', 'Added Login Ip Range to Integration from 192.0.2.1 to 192.0.2.9'],
    ],
    [
      'range off',
      () => admin.removeLoginIpRange(act, profile, '192.0.2.1'),
      [
        'deletedLoginIpRange_withProfile',
        'Manage Users',
        'Deleted Login Ip Range to Integration from 192.0.2.1 to 192.0.2.9',
      ],
    ],
    [
      'hours',
      () => admin.setLoginHours(act, profile, { sunday: { start: 0, end: 60 } }),
      [
        'profileLoginHoursChangedCustom',
        'Manage Users',
        'Changed profile Integration: login hours were changed from Sunday All Day to Sunday 12:00 AM - 1:00 AM',
      ],
    ],
    [
      'permission',
      () =>
        admin.setProfilePermission(act, profile, 'TwoFactorApi', 'Multi-Factor Authentication for API Logins', true),
      [
        'profilePermChangedCustom',
        'Manage Users',
        'Changed profile Integration: general user permission Multi-Factor Authentication for API Logins was changed from disabled to enabled',
      ],
    ],
    [
      'lockout',
      () => admin.changeMaxLoginAttempts(act, 5),
      ['passwordmaxinvalid', 'Password Policies', 'Changed password maximum invalid attempts policy from 10 to 5'],
    ],
    [
      'expiry',
      () => admin.changePasswordExpiry(act, 365),
      ['passwordexpiry', 'Password Policies', 'Changed password expiry policy from 90 days to One year'],
    ],
    [
      'uninstall',
      () => admin.uninstallApp(act, app),
      ['deleteConnectedApplication', 'Connected Apps', 'Uninstalled Connected App Marketing Sync'],
    ],
  ];

  for (const [name, action, [code, section, display]] of cases) {
    it(`write the row of: ${name}`, () => {
      const before = org.auditRows.length;
      action();
      expect(org.auditRows.slice(before)).to.have.length(1);
      expect(org.auditRows.at(-1)).to.include({
        action: code,
        section,
        display,
        at,
        byUserId: world.integration.adminId,
      });
    });
  }

  it('write none where no action code is known', () => {
    const before = org.auditRows.length;
    admin.blockPasswordFlow(act);
    admin.addTrustedIpRange(act, '192.0.2.0', '192.0.2.255');
    admin.changeRefreshPolicy(act, app, { kind: 'zero' });
    app.kind = 'external-client-app';
    admin.changePermittedUsers(act, app, 'admin-approved');
    admin.deleteApp(act, app);
    expect(org.auditRows).to.have.length(before);
    expect(app.deleted).to.equal(true);
  });
});
