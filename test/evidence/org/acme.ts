import { permissionLabels, type PermissionName } from '../../../src/evidence/org/permissions.ts';
import type { AskedOfOrg } from '../../../src/evidence/org/index.ts';
import type { Book } from './fake-port.ts';

/** What a session may do, as UserPermissionAccess says it; `but`: what is withheld. */
export const rightsBut = (...but: readonly PermissionName[]): readonly object[] => [
  Object.fromEntries(
    (Object.keys(permissionLabels) as PermissionName[]).map((name) => [`Permissions${name}`, !but.includes(name)]),
  ),
];

export const userId = '005000000000001AAA';
export const appId = '0H4000000000001AAA';
const profileId = '00e000000000001AAA';

export const asked: AskedOfOrg = {
  integration: { username: 'Sync@acme.com', app: 'Marketing Sync', sourceIps: [] },
  now: '2026-11-23T03:00:00.000Z',
};

const profileAssignment = {
  PermissionSetId: '0PS000000000001AAA',
  PermissionSetGroupId: null,
  IsActive: true,
  IsRevoked: false,
  PermissionSet: {
    Name: 'X00e000000000001AAA',
    Label: '00e000000000001AAA',
    IsOwnedByProfile: true,
    ProfileId: profileId,
    Profile: { Name: 'Integration' },
    PermissionsApiEnabled: true,
    PermissionsApiUserOnly: true,
    PermissionsTwoFactorApi: false,
    PermissionsPasswordNeverExpires: false,
  },
  PermissionSetGroup: null,
};

/** An org in which one connected app is pre-authorised for a permission set that the integration's user has. */
export const acme: Book = {
  UserPermissionAccess: rightsBut(),
  Organization: [
    {
      Id: '00D000000000001AAA',
      Name: 'Acme',
      IsSandbox: false,
      OrganizationType: 'Enterprise Edition',
      InstanceName: 'EU45',
      TrialExpirationDate: null,
      IsReadOnly: false,
      TimeZoneSidKey: 'Europe/Berlin',
      CreatedDate: '2020-01-01T00:00:00.000+0000',
    },
  ],
  User: (soql) => [
    soql.startsWith('SELECT NumberOfFailedLogins')
      ? { NumberOfFailedLogins: 3 }
      : soql.startsWith('SELECT PasswordExpirationDate')
        ? { PasswordExpirationDate: '2026-12-01T00:00:00.000+0000' }
        : {
            Id: userId,
            Username: 'sync@acme.com',
            Name: 'Sync User',
            Email: 'sync@acme.com',
            IsActive: true,
            ProfileId: profileId,
            Profile: { attributes: { type: 'Profile' }, Name: 'Integration' },
            UserType: 'Standard',
            LastPasswordChangeDate: '2026-09-01T00:00:00.000+0000',
            CreatedDate: '2024-01-01T00:00:00.000+0000',
            LastModifiedDate: '2026-11-22T00:00:00.000+0000',
          },
  ],
  EventLogFile: [],
  UserLogin: [{ IsFrozen: true, IsPasswordLocked: false, LastModifiedDate: '2026-11-22T20:00:00.000+0000' }],
  PermissionSetAssignment: [
    profileAssignment,
    {
      PermissionSetId: '0PS000000000002AAA',
      PermissionSetGroupId: null,
      IsActive: true,
      IsRevoked: false,
      PermissionSet: {
        Name: 'Marketing_Sync_Access',
        Label: 'Marketing Sync Access',
        IsOwnedByProfile: false,
        Profile: null,
        PermissionsApiEnabled: true,
        PermissionsTwoFactorApi: true,
      },
      PermissionSetGroup: null,
    },
  ],
  SetupEntityAccess: [
    {
      ParentId: '0PS000000000002AAA',
      Parent: { Name: 'Marketing_Sync_Access', IsOwnedByProfile: false, Profile: null, PermissionSetGroupId: null },
    },
  ],
  PermissionSetGroupComponent: [],
  ConnectedApplication: [
    {
      Id: appId,
      Name: 'Marketing Sync',
      OptionsAllowAdminApprovedUsersOnly: true,
      OptionsHasSessionLevelPolicy: false,
      OptionsIsInternal: false,
      CreatedDate: '2024-01-01T00:00:00.000+0000',
      LastModifiedDate: '2026-11-20T00:00:00.000+0000',
    },
  ],
  AppMenuItem: [{ Id: '0DS000000000001AAA', Name: 'Marketing_Sync', ApplicationId: appId }],
  ExternalClientApplication: [],
  ConnectedApp: [
    {
      fullName: 'Marketing_Sync',
      label: 'Marketing Sync',
      oauthConfig: {
        callbackUrl: 'https://app.example.com/callback\nhttps://www.app.example.com/callback',
        consumerKey: '3MVG9example',
        isAdminApproved: 'true',
        isClientCredentialEnabled: 'false',
        isConsumerSecretOptional: 'false',
        isPkceRequired: 'false',
        isRefreshTokenRotationEnabled: 'true',
        isSecretRequiredForRefreshToken: 'true',
        isTokenExchangeEnabled: 'false',
        scopes: ['Api', 'RefreshToken'],
      },
      oauthPolicy: { ipRelaxation: 'BYPASS_2FACTOR', refreshTokenPolicy: 'specific_lifetime:1:DAYS' },
    },
  ],
  OauthToken: [
    {
      AppName: 'Marketing Sync',
      CreatedDate: '2026-10-01T00:00:00.000+0000',
      LastUsedDate: '2026-11-22T00:00:00.000+0000',
      UseCount: 12,
    },
    { AppName: 'Marketing Sync', CreatedDate: '2026-11-01T00:00:00.000+0000', LastUsedDate: null, UseCount: 1 },
  ],
  LoginHistory: [
    {
      Id: '0Ya000000000002AAA',
      LoginTime: '2026-11-23T02:14:00.000+0000',
      Status: 'User Is Frozen',
      LoginType: 'Remote Access 2.0',
      Application: 'Marketing Sync',
      SourceIp: '203.0.113.7',
      LoginUrl: 'login.salesforce.com',
    },
    {
      Id: '0Ya000000000001AAA',
      LoginTime: '2026-11-22T19:00:00.000+0000',
      Status: 'Success',
      LoginType: 'Remote Access 2.0',
      Application: 'Marketing Sync',
      SourceIp: '203.0.113.7',
      LoginUrl: 'login.salesforce.com',
    },
  ],
  'tooling:Profile': [
    {
      Id: profileId,
      Metadata: {
        loginHours: { mondayStart: '480', mondayEnd: '1080', sundayStart: '0', sundayEnd: '0', fridayStart: null },
        loginIpRanges: [{ startAddress: '198.51.100.0', endAddress: '198.51.100.255', description: 'Office' }],
      },
    },
  ],
  'tooling:SecuritySettings': [
    { Id: '0HE1', Metadata: { networkAccess: { ipRanges: [{ end: '203.0.113.7', start: '203.0.113.7' }] } } },
  ],
  'tooling:PasswordPolicies': [{ LockoutInterval: 'ThirtyMinutes', MaxLoginAttempts: 'TenAttempts' }],
  'tooling:OauthOidcSettings': [{ BlockOauthUnPwFlow: true, BlockOauthUsrAgtFlow: false, IsPkceRequired: null }],
  'tooling:ConnectedAppSettings': [{ IsAdminApprovedAppsOnlyEnabled: null }],
  'tooling:MyDomainSettings': [{ MyDomainName: 'acme', DoesApiLoginRequireOrgDomain: false }],
  'tooling:SessionSettings': [{ LockSessionsToIp: false }],
  TransactionSecurityPolicy: [],
  SetupAuditTrail: [
    {
      Id: '0Ym000000000002AAA',
      CreatedDate: '2026-11-22T20:00:00.000+0000',
      Action: 'FrozeUser',
      Section: 'Manage Users',
      Display: 'Froze user account for Sync User',
      DelegateUser: null,
      CreatedBy: { Name: 'Ada Admin', Username: 'ada@acme.com' },
    },
    {
      Id: '0Ym000000000001AAA',
      CreatedDate: '2026-11-22T19:30:00.000+0000',
      Action: 'deactivateduser',
      Section: 'Manage Users',
      Display: 'Deactivated user Someone Else (UserID: [005000000000099])',
      DelegateUser: null,
      CreatedBy: { Name: 'Ada Admin', Username: 'ada@acme.com' },
    },
  ],
};

export { profileAssignment };
