import { expect } from 'chai';
import { addLoginRow, createApp, createGrant, createProfile, createUser } from '../../../simulator/index.ts';
import { noon, openDesk } from './support.ts';
import type { Desk } from './support.ts';

describe('queries', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
    const profile = createProfile(desk.org, { name: 'Sales' });
    createUser(desk.org, {
      username: 'grace@acme.com',
      firstName: 'Grace',
      lastName: "O'Hopper",
      profileId: profile.id,
    });
    createUser(desk.org, {
      username: 'linus@acme.com',
      lastName: 'Thor_valds',
      profileId: profile.id,
      isActive: false,
    });
  });
  after(() => desk.close());

  const names = async (where: string): Promise<unknown[]> => {
    const { records } = await desk.query(`SELECT Username FROM User WHERE ${where} ORDER BY Username`);
    return records.map(({ Username }) => String(Username).split('@')[0]);
  };

  it('rows carry attributes, parents nest with their own, and a missing parent is null', async () => {
    const { records, ...head } = await desk.query(
      "SELECT Username, Profile.Name, Manager.Name FROM User WHERE FirstName = 'Grace'",
    );
    const url = '/services/data/v64.0/sobjects';
    const row = desk.org.users.find(({ firstName }) => firstName === 'Grace')!;
    expect(head).to.deep.equal({ totalSize: 1, done: true });
    expect(records).to.deep.equal([
      {
        attributes: { type: 'User', url: `${url}/User/${row.id}` },
        Username: 'grace@acme.com',
        Profile: { attributes: { type: 'Profile', url: `${url}/Profile/${row.profileId}` }, Name: 'Sales' },
        Manager: null,
      },
    ]);
  });

  for (const [where, expected] of [
    ["LastName = 'o\\'hopper'", ['grace']],
    ["Name LIKE 'grace o%'", ['grace']],
    ["LastName LIKE 'Thor\\_%'", ['linus']],
    ['FirstName = null', ['linus']],
    ['FirstName != null AND IsActive = true', ['admin', 'grace', 'integration.marketing']],
    ["FirstName != 'Ada'", ['grace', 'integration.marketing', 'linus']],
    ["NOT (FirstName = 'Ada')", ['grace', 'integration.marketing', 'linus']],
    ["NOT FirstName LIKE 'G%' AND IsActive = true", ['admin', 'integration.marketing']],
    ["FirstName IN ('Ada', 'Grace')", ['admin', 'grace']],
    ["FirstName NOT IN ('Ada', 'Grace')", ['integration.marketing', 'linus']],
    ["(FirstName = 'Ada' OR FirstName = 'Grace') AND Profile.Name = 'Sales'", ['grace']],
    ['Id IN (SELECT UserId FROM LoginHistory WHERE LoginTime = LAST_N_DAYS:30)', ['admin', 'integration.marketing']],
    ['Id NOT IN (SELECT UserId FROM LoginHistory)', ['grace', 'linus']],
    ['LastPasswordChangeDate >= 2026-09-01T00:00:00Z', ['admin', 'integration.marketing']],
    ["User.FirstName = 'Ada'", ['admin']],
  ] as const) {
    it(where, async () => {
      expect(await names(where)).to.deep.equal(expected);
    });
  }

  it('15 and 18 characters of an id are equal', async () => {
    const { id } = desk.admin;
    expect(await names(`Id = '${id.slice(0, 15)}'`)).to.deep.equal(['admin']);
    expect(await names(`Id IN ('${id}')`)).to.deep.equal(['admin']);
  });

  it('an alias of the object', async () => {
    const { records } = await desk.query("SELECT u.Username FROM User u WHERE u.FirstName = 'Ada'");
    expect(records[0]).to.include({ Username: 'admin@acme.com' });
  });

  it('nulls first, unless asked otherwise', async () => {
    const order = async (by: string): Promise<unknown[]> =>
      (await desk.query(`SELECT FirstName FROM User ORDER BY ${by}`)).records.map(({ FirstName }) => FirstName);
    expect(await order('FirstName')).to.deep.equal([null, 'Ada', 'Grace', 'Marketing']);
    expect(await order('FirstName DESC NULLS LAST')).to.deep.equal(['Marketing', 'Grace', 'Ada', null]);
    expect(await order('FirstName LIMIT 2 OFFSET 1')).to.deep.equal(['Ada', 'Grace']);
  });

  it('COUNT() counts and sends no rows', async () => {
    expect(await desk.query('SELECT COUNT() FROM User WHERE IsActive = true')).to.deep.equal({
      totalSize: 3,
      done: true,
      records: [],
    });
  });

  it('groups: aliases, field names, expr0; no url', async () => {
    addLoginRow(desk.org, {
      at: noon - 1000,
      userId: desk.admin.id,
      status: 'Invalid Password',
      loginType: 'Application',
      application: 'Browser',
    });
    const { records } = await desk.query(
      'SELECT Status, COUNT(Id) Many, MAX(LoginTime), COUNT_DISTINCT(UserId) FROM LoginHistory GROUP BY Status HAVING COUNT(Id) < 9 ORDER BY Status',
    );
    expect(records).to.deep.equal([
      {
        attributes: { type: 'AggregateResult' },
        Status: 'Invalid Password',
        Many: 1,
        expr0: '2026-11-18T19:59:59.000+0000',
        expr1: 1,
      },
    ]);
  });

  it('groups by a parent, and by the day of another zone', async () => {
    const byProfile = await desk.query(
      'SELECT Profile.Name, COUNT(Id) FROM User GROUP BY Profile.Name ORDER BY COUNT(Id) DESC LIMIT 1',
    );
    expect(byProfile.records[0]).to.include({ Name: 'Sales', expr0: 2 });
    addLoginRow(desk.org, {
      at: Date.UTC(2026, 10, 12, 3),
      userId: desk.admin.id,
      status: 'Night',
      application: 'Browser',
    });
    const days = async (day: string): Promise<unknown> =>
      (
        await desk.query(
          `SELECT Status, ${day} d FROM LoginHistory GROUP BY Status, ${day} HAVING COUNT(Id) = 1 ORDER BY Status DESC`,
        )
      ).records.find(({ Status }) => Status === 'Night')?.d;
    expect(await days('DAY_ONLY(LoginTime)')).to.equal('2026-11-12');
    expect(await days('DAY_ONLY(convertTimezone(LoginTime))')).to.equal('2026-11-11');
    expect(await days('HOUR_IN_DAY(LoginTime)')).to.equal(3);
    expect(await days('DAY_IN_WEEK(LoginTime)')).to.equal(5);
    expect(await days('CALENDAR_QUARTER(LoginTime)')).to.equal(4);
  });

  it('children: a list with a head of its own, or null', async () => {
    const { records } = await desk.query(
      "SELECT Username, (SELECT PermissionSet.Name FROM PermissionSetAssignments WHERE PermissionSet.IsOwnedByProfile = false) FROM User WHERE FirstName IN ('Ada', 'Marketing') ORDER BY Username",
    );
    expect(records[0]!.PermissionSetAssignments).to.equal(null);
    expect(records[1]!.PermissionSetAssignments).to.deep.include({ totalSize: 1, done: true });
  });

  it('the names of the answer are those of the schema, however the query spells them', async () => {
    const { records } = await desk.query('select id, USERNAME, profile.name from user limit 1');
    expect(records[0]).to.have.all.keys('attributes', 'Id', 'Username', 'Profile');
  });

  it('FIELDS(STANDARD) gives every column that can be seen', async () => {
    const { records } = await desk.query('SELECT FIELDS(STANDARD) FROM UserPermissionAccess');
    expect(records[0]).to.include({ PermissionsApiEnabled: true, PermissionsTwoFactorApi: false });
  });

  it('a column of the state, seen at once', async () => {
    desk.integration.isFrozen = true;
    const { records } = await desk.query(
      `SELECT IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId = '${desk.integration.id}'`,
    );
    expect(records[0]).to.include({ IsFrozen: true, IsPasswordLocked: false });
    desk.integration.isFrozen = false;
  });

  it('Tooling: an envelope of its own; Metadata with [] and null for what there is not', async () => {
    const answer = await desk.tooling("SELECT Name, Metadata FROM Profile WHERE Name = 'Integration'");
    expect(Object.keys(answer)).to.deep.equal([
      'size',
      'totalSize',
      'done',
      'queryLocator',
      'entityTypeName',
      'records',
    ]);
    const { Metadata } = answer.records[0] as { Metadata: Record<string, unknown> };
    expect(Metadata).to.include({ loginHours: null, custom: true });
    expect(Metadata.loginIpRanges).to.deep.equal([]);
  });

  it('Tooling: settings as columns', async () => {
    desk.org.settings.passwordFlowBlocked = true;
    const { records } = await desk.tooling('SELECT BlockOauthUnPwFlow, IsPkceRequired FROM OauthOidcSettings');
    expect(records[0]).to.include({ BlockOauthUnPwFlow: true, IsPkceRequired: false });
    const access = await desk.tooling('SELECT IsAdminApprovedAppsOnlyEnabled FROM ConnectedAppSettings');
    expect(access.records[0]).to.include({ IsAdminApprovedAppsOnlyEnabled: null });
  });
});

describe('what is kept, and what is shown of it', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  it('Login History keeps six months', async () => {
    const day = 24 * 3_600_000;
    desk.org.loginRows = [];
    addLoginRow(desk.org, { at: noon - 190 * day, userId: desk.admin.id, status: 'Old' });
    addLoginRow(desk.org, { at: noon - 170 * day, userId: desk.admin.id, status: 'Young' });
    const { records } = await desk.query('SELECT Status FROM LoginHistory');
    expect(records.map(({ Status }) => Status)).to.deep.equal(['Young']);
  });

  it('OauthToken: no id, but a url of its own', async () => {
    const grant = createGrant(desk.org, { userId: desk.admin.id, appId: desk.org.apps[0]!.id, createdAt: noon });
    const { records } = await desk.query(
      'SELECT Id, AppName, User.Username, AppMenuItem.ApplicationId FROM OauthToken',
    );
    expect(records[0]).to.deep.include({
      attributes: { type: 'OauthToken', url: `/services/data/v64.0/sobjects/OauthToken/${grant.id}` },
      Id: null,
      AppName: 'Marketing Sync',
    });
    expect(records[0]!.AppMenuItem).to.include({ ApplicationId: desk.org.apps[0]!.id });
  });

  it('apps: connected ones that are installed, external ones with their parts, access by the road of permission sets', async () => {
    createApp(desk.org, { name: 'Only used', origin: 'only-authorised' });
    const eca = createApp(desk.org, {
      name: 'Ledger',
      kind: 'external-client-app',
      permittedUsers: 'admin-approved',
      permissionSetIds: [desk.org.permissionSets[0]!.id],
      profileIds: [desk.integration.profileId],
      refreshPolicy: { kind: 'inactivity', period: 30, unit: 'DAYS' },
    });
    expect((await desk.query('SELECT Name FROM ConnectedApplication')).records.map(({ Name }) => Name)).to.deep.equal([
      'Marketing Sync',
    ]);
    const policy = await desk.query(
      `SELECT RefreshTokenPolicyType, RefreshTokenValidityPeriod, PermittedUsersPolicyType FROM ExtlClntAppOauthPlcyCnfg WHERE ExternalClientApplicationId = '${eca.id}'`,
    );
    expect(policy.records[0]).to.include({
      RefreshTokenPolicyType: 'SpecificInactivity',
      RefreshTokenValidityPeriod: 30,
      PermittedUsersPolicyType: 'AdminApprovedPreAuthorized',
    });
    const scopes = await desk.query(
      'SELECT OauthScopesAPI, OauthScopesREFRESH_TOKEN, OauthScopesFULL FROM ExtlClntAppOauthSettings WHERE OauthScopesAPI = true',
    );
    expect(scopes.records[0]).to.include({
      OauthScopesAPI: true,
      OauthScopesREFRESH_TOKEN: true,
      OauthScopesFULL: false,
    });
    const access = await desk.query(
      `SELECT Parent.Name, Parent.Profile.Name FROM SetupEntityAccess WHERE SetupEntityType = 'ExternalClientApplication' AND SetupEntityId = '${eca.id}'`,
    );
    expect(
      access.records.map(({ Parent }) => (Parent as { Profile: { Name: string } | null }).Profile?.Name ?? null),
    ).to.have.members(['Integration', null]);
    const reached = await desk.query(
      `SELECT COUNT() FROM PermissionSetAssignment WHERE AssigneeId = '${desk.integration.id}' AND PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = '${eca.id}')`,
    );
    expect(reached.totalSize).to.equal(2);
  });

  it('a live session is an AuthSession, the own one current', async () => {
    const { records } = await desk.query(
      'SELECT UsersId, IsCurrent, NumSecondsValid FROM AuthSession WHERE IsCurrent = true',
    );
    expect(records).to.have.length(1);
    expect(records[0]).to.include({ UsersId: desk.admin.id, NumSecondsValid: 7200 });
  });
});
