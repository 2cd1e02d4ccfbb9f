import { expect } from 'chai';
import { askOrg, orgFactNames, type OrgFactName } from '../../../src/evidence/org/index.ts';
import { permissionLabels, type PermissionName } from '../../../src/evidence/org/permissions.ts';
import type { FactName } from '../../../src/model/index.ts';
import { acme, asked, profileAssignment, rightsBut } from './acme.ts';
import { fakePort, invalidField, invalidType, noMetadata, type Book } from './fake-port.ts';

const all: ReadonlySet<FactName> = new Set(orgFactNames);

/** What each missing right takes away, as the facts about the org say: fewer rows, or an object that is not there. */
const without = (book: Book, ...but: readonly PermissionName[]): Book => ({
  ...book,
  UserPermissionAccess: rightsBut(...but),
});

const hidden: ReadonlyArray<{
  readonly title: string;
  readonly missing: readonly PermissionName[];
  readonly book: Book;
  readonly permission: string;
  readonly facts: readonly OrgFactName[];
}> = [
  {
    title: 'users of others without View All Users and Manage Users',
    missing: ['ViewAllUsers', 'ManageUsers'],
    book: { User: [] },
    permission: permissionLabels.ViewAllUsers,
    facts: ['user', 'passwordExpiresAt'],
  },
  {
    title: 'UserLogin without Manage Users',
    missing: ['ManageUsers'],
    book: { UserLogin: [] },
    permission: permissionLabels.ManageUsers,
    facts: ['userLogin'],
  },
  {
    title: 'login rows without Monitor Login History and Manage Users',
    missing: ['MonitorLoginHistory', 'ManageUsers'],
    book: { LoginHistory: [], UserLogin: [] },
    permission: permissionLabels.MonitorLoginHistory,
    facts: ['loginRows'],
  },
  {
    title: 'grants without Customize Application',
    missing: ['CustomizeApplication'],
    book: { OauthToken: [] },
    permission: permissionLabels.CustomizeApplication,
    facts: ['grants'],
  },
  {
    title: 'setup objects without View Setup and what stands in for it',
    missing: [
      'ViewSetup',
      'AssignPermissionSets',
      'ManageProfilesPermissionsets',
      'ManageSessionPermissionSets',
      'ManageUsers',
    ],
    book: {
      SetupAuditTrail: invalidType,
      SetupEntityAccess: invalidType,
      PermissionSetAssignment: [],
      PermissionSetGroupComponent: invalidType,
      ConnectedApplication: invalidType,
      ExternalClientApplication: invalidType,
      'tooling:Profile': invalidType,
      'tooling:SecuritySettings': invalidType,
      'tooling:PasswordPolicies': invalidType,
      'tooling:OauthOidcSettings': invalidType,
      'tooling:MyDomainSettings': invalidType,
      UserLogin: [],
    },
    permission: permissionLabels.ViewSetup,
    facts: [
      ...(['app', 'userPermissions', 'loginHours', 'loginIpRanges', 'trustedIpRanges', 'passwordPolicy'] as const),
      ...(['oauthSettings', 'myDomain', 'changes'] as const),
    ],
  },
  {
    title: 'the audit trail that is merely empty, without View Setup',
    missing: ['ViewSetup'],
    book: { SetupAuditTrail: [], SetupEntityAccess: [] },
    permission: permissionLabels.ViewSetup,
    facts: ['changes', 'appAccess'],
  },
  {
    title: 'metadata without Modify Metadata and Modify All Data',
    missing: ['ModifyMetadata', 'ModifyAllData'],
    book: {
      ConnectedApp: noMetadata,
      'tooling:Profile': [{ Id: '00e000000000001AAA', Metadata: null }],
      'tooling:SecuritySettings': invalidField,
    },
    permission: permissionLabels.ModifyMetadata,
    facts: ['appOauth', 'ipRelaxation', 'loginHours', 'loginIpRanges', 'trustedIpRanges'],
  },
];

describe('what a session may not see', () => {
  for (const { title, missing, book, permission, facts } of hidden) {
    it(`is denied, not absent: ${title}`, async () => {
      const { facts: found } = await askOrg(fakePort(without({ ...acme, ...book }, ...missing)), {
        ...asked,
        wanted: all,
      });
      for (const name of facts) expect(found[name], name).to.deep.include({ state: 'denied', permission });
    });
  }

  it('does not hide the rest', async () => {
    const book = without(
      { ...acme, LoginHistory: [], OauthToken: [] },
      'MonitorLoginHistory',
      'ManageUsers',
      'CustomizeApplication',
    );
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    expect(facts.user.state).to.equal('known');
    expect(facts.changes.state).to.equal('known');
    expect(facts.app.state).to.equal('known');
  });

  it('is nothing to the user who looks at the own rows', async () => {
    const book = without(
      { ...acme, LoginHistory: [], OauthToken: [] },
      'MonitorLoginHistory',
      'ManageUsers',
      'CustomizeApplication',
    );
    const port = fakePort(book, { username: 'sync@acme.com' });
    const { facts } = await askOrg(port, { ...asked, wanted: all });
    expect(facts.loginRows).to.deep.include({ state: 'known', value: [] });
    expect(facts.grants).to.deep.include({ state: 'known', value: [] });
  });

  it('proves nothing where the org does not say what the session may see', async () => {
    const book = { ...acme, UserPermissionAccess: invalidType, LoginHistory: [], UserLogin: [], SetupEntityAccess: [] };
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    for (const name of ['loginRows', 'userLogin', 'appAccess'] as const) {
      expect(facts[name], name).to.deep.include({ state: 'unknown', reason: 'depends-on-unknown' });
    }
    expect(facts.user.state).to.equal('known');
  });

  it('names the session, not a right, where Setup asks for a high-assurance session', async () => {
    const book: Book = {
      ...acme,
      UserLogin: { ok: false, status: 403, code: 'INSUFFICIENT_ACCESS', message: 'Requires Extra Verification' },
    };
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    expect(facts.userLogin).to.deep.include({ state: 'denied', permission: 'High Assurance session' });
  });

  it('names the right of its own that the audit trail has where View Setup is not enough', async () => {
    const { facts } = await askOrg(fakePort({ ...acme, SetupAuditTrail: invalidType }), { ...asked, wanted: all });
    expect(facts.changes).to.deep.include({ state: 'denied', permission: 'View Setup Audit Trail' });
  });
});

describe('what is really not there', () => {
  it('is known', async () => {
    const book = {
      ...acme,
      LoginHistory: [],
      OauthToken: [],
      UserLogin: [],
      SetupEntityAccess: [],
      SetupAuditTrail: [],
    };
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    expect(facts.loginRows).to.deep.include({ state: 'known', value: [] });
    expect(facts.grants).to.deep.include({ state: 'known', value: [] });
    expect(facts.userLogin).to.deep.include({ state: 'known', value: undefined });
    expect(facts.appAccess).to.deep.include({ state: 'known' });
    expect(facts.changes).to.deep.include({ state: 'known', value: [] });
  });

  it('is not in this org: a column of a newer API version', async () => {
    const book: Book = {
      ...acme,
      User: (soql) => (soql.startsWith('SELECT PasswordExp') ? [] : (acme.User as (s: string) => object[])(soql)),
    };
    const port = fakePort(book);
    const refusing = {
      ...port,
      wave: async (requests: Parameters<typeof port.wave>[0]) => {
        const answers = await port.wave(requests);
        return answers.map((answer, index) =>
          JSON.stringify(requests[index]).includes('PasswordExpirationDate') ? invalidField : answer,
        );
      },
    };
    const { facts } = await askOrg(refusing, { ...asked, wanted: all });
    expect(facts.passwordExpiresAt).to.deep.include({ state: 'unknown', reason: 'not-in-this-org' });
    expect(facts.user.state).to.equal('known');
  });

  it('is not in this org: the metadata of an app that was only installed', async () => {
    const { facts } = await askOrg(fakePort({ ...acme, ConnectedApp: [] }), { ...asked, wanted: all });
    expect(facts.appOauth).to.deep.include({ state: 'unknown', reason: 'not-in-this-org' });
    expect(facts.ipRelaxation).to.deep.include({ state: 'unknown', reason: 'not-in-this-org' });
    expect(facts.app).to.deep.include({ state: 'known' });
  });

  it('is an app without OAuth', async () => {
    const { facts } = await askOrg(fakePort({ ...acme, ConnectedApp: [{ fullName: 'Marketing_Sync', label: 'x' }] }), {
      ...asked,
      wanted: all,
    });
    expect(facts.appOauth).to.deep.include({ state: 'known', value: undefined });
  });
});

describe('permission sets', () => {
  it('are not known where the row of the profile is not among them', async () => {
    const book = { ...acme, PermissionSetAssignment: [] };
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    expect(facts.userPermissions).to.deep.include({ state: 'unknown', reason: 'depends-on-unknown' });
  });

  it('do not count when they have run out', async () => {
    const past = {
      ...profileAssignment,
      IsActive: false,
      PermissionSet: { ...profileAssignment.PermissionSet, IsOwnedByProfile: false },
    };
    const book = { ...acme, PermissionSetAssignment: [profileAssignment, past] };
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    expect(facts.userPermissions).to.have.nested.property('value.apiEnabled').with.length(1);
    expect(facts.appAccess).to.have.nested.property('value.paths').with.length(0);
  });

  it('bring the app through a group', async () => {
    const inGroup = {
      ...profileAssignment,
      PermissionSetId: '0PS000000000009AAA',
      PermissionSetGroupId: '0PG000000000001AAA',
      PermissionSet: { ...profileAssignment.PermissionSet, IsOwnedByProfile: false, Profile: null },
      PermissionSetGroup: { DeveloperName: 'Integrations', MasterLabel: 'Integrations', Status: 'Updated' },
    };
    const book = {
      ...acme,
      PermissionSetAssignment: [profileAssignment, inGroup],
      PermissionSetGroupComponent: [
        { PermissionSetGroupId: '0PG000000000001AAA', PermissionSetGroup: { DeveloperName: 'Integrations' } },
      ],
    };
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    expect(facts.appAccess)
      .to.have.nested.property('value.paths')
      .deep.equal([{ via: 'permission-set-group', name: 'Integrations' }]);

    const stale = { ...inGroup, PermissionSetGroup: { ...inGroup.PermissionSetGroup, Status: 'Outdated' } };
    const late = await askOrg(fakePort({ ...book, PermissionSetAssignment: [profileAssignment, stale] }), {
      ...asked,
      wanted: all,
    });
    expect(late.facts.userPermissions.state).to.equal('unknown');
  });
});

describe('what an answer does not hold', () => {
  const gone = async (book: Book, names: readonly OrgFactName[]): Promise<void> => {
    const { facts } = await askOrg(fakePort(book), { ...asked, wanted: all });
    for (const name of names) expect(facts[name].state, name).to.equal('unknown');
  };
  const row = (more: Record<string, unknown>) => [{ Id: '005', Username: 'x', ProfileId: '00e', Name: 'X', ...more }];

  it('is unknown, and never "inactive", "not frozen" or "no sandbox"', async () => {
    await gone({ ...acme, User: row({ IsActive: null }) }, ['user']);
    await gone({ ...acme, UserLogin: [{ IsFrozen: null, IsPasswordLocked: false }] }, ['userLogin']);
    await gone({ ...acme, Organization: [] }, ['organization']);
  });

  it('ends nothing where a date is none', async () => {
    await gone({ ...acme, LoginHistory: [{ Id: '0Ya', LoginTime: 'soon', Status: 'Success' }] }, ['loginRows']);
  });

  it('is no right at all where the rights came back empty: nothing that is missing is taken for absent', async () => {
    const book = { ...acme, UserPermissionAccess: [], LoginHistory: [], UserLogin: [], AuthSession: [] };
    await gone(book, ['loginRows', 'userLogin', 'sessions']);
  });
});
