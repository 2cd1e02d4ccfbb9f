import { privateKeyFor, selfSigned } from './certificate.ts';
import { createApp } from './apps.ts';
import { createOrg } from './org.ts';
import { assignPermissionSet, createPermissionSet, createProfile, createUser } from './people.ts';
import { addAuditRow, addLoginRow } from './rows.ts';
import { administratorPermissions } from './administrator.ts';
import type { App, Org, Switches, Timepiece, User, World } from './types.ts';

const hour = 3600 * 1000;
const day = 24 * hour;

const switches = (): Switches => ({
  jwtNotApproved: 'invalid_grant',
  expiredCertificate: 'refused',
  hoursDescription: 'ip restricted or invalid login hours',
  soapLockout: 'INVALID_LOGIN',
  lockedBlocksTokenFlows: false,
  apiDisabled: 'API_DISABLED_FOR_ORG',
  apiWithoutBoth: 'api-enabled',
  profileFileWithoutRanges: 'keeps-them',
});

const createAdmin = (org: Org, username: string, now: number): User => {
  const profile = createProfile(org, {
    name: 'System Administrator',
    fullName: 'Admin',
    permissions: administratorPermissions(),
  });
  return createUser(org, {
    username,
    profileId: profile.id,
    firstName: 'Ada',
    lastName: 'Admin',
    passwordChangedAt: now - 20 * day,
  });
};

/** The integration came in every six hours for five weeks. */
const pastLogins = (org: Org, user: User, app: App, admin: User, now: number): void => {
  for (let back = 35 * 4; back > 0; back -= 1) {
    addLoginRow(org, {
      at: now - back * 6 * hour + (back % 7) * 1000,
      userId: user.id,
      status: 'Success',
      application: app.name,
    });
    if (back % 4 !== 0) continue;
    addLoginRow(org, {
      at: now - back * 6 * hour + 2 * hour,
      userId: admin.id,
      status: 'Success',
      loginType: 'Application',
      application: 'Browser',
      browser: 'Chrome 142',
      platform: 'Mac OSX',
      sourceIp: '198.51.100.24',
    });
  }
  user.lastLoginAt = now - 6 * hour;
};

const createAcme = (now: number): { org: Org; user: User; app: App; admin: User; privateKey: string } => {
  const org = createOrg({ name: 'Acme', myDomainName: 'acme', pod: 'Hn', now });
  const admin = createAdmin(org, 'admin@acme.com', now);
  const profile = createProfile(org, {
    name: 'Integration',
    permissions: new Set(['ApiEnabled', 'PasswordNeverExpires', 'UseAnyApiAuth']),
  });
  const user = createUser(org, {
    username: 'integration.marketing@acme.com',
    email: 'marketing-it@acme.com',
    firstName: 'Marketing',
    lastName: 'Integration',
    profileId: profile.id,
    createdAt: now - 400 * day,
    changedAt: now - 400 * day,
    passwordChangedAt: now - 60 * day,
  });
  const set = createPermissionSet(org, { name: 'Marketing_Sync_Access', label: 'Marketing Sync Access' });
  assignPermissionSet(org, user.id, set.id);
  const privateKey = privateKeyFor('Marketing Sync');
  const app = createApp(org, {
    name: 'Marketing Sync',
    certificate: selfSigned({ privateKey, commonName: 'Marketing Sync', from: now - 200 * day, to: now + 530 * day }),
    permittedUsers: 'admin-approved',
    permissionSetIds: [set.id],
    createdAt: now - 390 * day,
    changedAt: now - 200 * day,
    knownFrom: now - 390 * day,
  });

  addAuditRow(org, now - 20 * day, admin.id, [
    'changedpassword',
    'Manage Users',
    'Set new password for user Ada Admin',
  ]);
  addAuditRow(org, now - 12 * day, admin.id, [
    'uploadCertificateChain',
    'Certificate and Key Management',
    'Uploaded Certificate Chain for Intranet',
  ]);
  pastLogins(org, user, app, admin, now);
  return { org, user, app, admin, privateKey };
};

const createStranger = (now: number): Org => {
  const org = createOrg({ name: 'Stranger Tides', myDomainName: 'stranger', pod: 'Zk', now });
  createAdmin(org, 'admin@stranger.example', now);
  return org;
};

/** Two healthy production orgs: Acme, whose integration "Marketing Sync" logs in by JWT, and a stranger's. */
export const createWorld = (clock: Timepiece): World => {
  const now = clock.now();
  const { org, user, app, admin, privateKey } = createAcme(now);
  return {
    orgs: [org, createStranger(now)],
    sourceIp: '203.0.113.7',
    switches: switches(),
    dialect: { name: 'documented' },
    integration: { orgId: org.id, userId: user.id, appId: app.id, adminId: admin.id, privateKey },
  };
};
