import { expect } from 'chai';
import { inBlocks } from '../../src/evidence/blocks.ts';
import { query, readMetadata, toolingQuery } from '../../src/evidence/org/soql.ts';
import type { OrgAnswer, OrgRequest } from '../../src/evidence/org-wire.ts';
import { ask, type Asking } from '../../src/evidence/waves.ts';

type Told = { readonly answers: readonly OrgAnswer[]; readonly sent: ReadonlyArray<readonly OrgRequest[]> };

/** Puts questions in blocks, and answers whatever is sent. */
const drive = (requests: readonly OrgRequest[], answer: (request: OrgRequest) => OrgAnswer): Told => {
  const sent: Array<readonly OrgRequest[]> = [];
  const asking: Asking<readonly OrgAnswer[]> = inBlocks(ask(requests));
  let step = asking.next();
  while (step.done !== true) {
    sent.push(step.value.requests);
    step = asking.next({ answers: step.value.requests.map(answer), roundTrips: 1 });
  }
  return { answers: step.value, sent };
};

const soqlOf = (request: OrgRequest): string =>
  request.kind === 'read-metadata'
    ? `${request.type} ${request.fullNames.join(',')}`
    : decodeURIComponent(request.kind === 'get' ? request.path : request.id);

const rows = (...records: ReadonlyArray<Readonly<Record<string, unknown>>>): OrgAnswer => ({
  ok: true,
  status: 200,
  body: { totalSize: records.length, done: true, records },
});

const recordsOf = (answer: OrgAnswer | undefined): unknown =>
  answer?.ok === true ? (answer.body as { readonly records: unknown }).records : answer;

const user = (name: string) => query(`SELECT Id, Username FROM User WHERE Username = '${name}' LIMIT 1`);

describe('the same questions in fewer requests', () => {
  it('asks for many values at once, and gives each question its rows', () => {
    const requests = [user('a@x.example'), user('b@x.example'), query('SELECT Id FROM Organization LIMIT 1')];
    const { answers, sent } = drive(requests, (request) =>
      soqlOf(request).includes(' IN ')
        ? rows({ Id: '1', Username: 'B@x.example' }, { Id: '2', Username: 'a@x.example' })
        : rows({ Id: 'org' }),
    );
    expect(sent.map((wave) => wave.map(soqlOf))).to.deep.equal([
      [
        "query?q=SELECT Id, Username FROM User WHERE Username IN ('a@x.example', 'b@x.example') LIMIT 2000",
        'query?q=SELECT Id FROM Organization LIMIT 1',
      ],
    ]);
    expect(answers.map(recordsOf)).to.deep.equal([
      [{ Id: '2', Username: 'a@x.example' }],
      [{ Id: '1', Username: 'B@x.example' }],
      [{ Id: 'org' }],
    ]);
  });

  it('takes ids of 15 and 18 characters for the same', () => {
    const of = (id: string) => query(`SELECT Id, IsFrozen FROM UserLogin WHERE Id = '${id}'`);
    const { answers } = drive([of('005000000000001'), of('005000000000002')], () =>
      rows({ Id: '005000000000001AAA', IsFrozen: true }, { Id: '005000000000002AAA', IsFrozen: false }),
    );
    expect(answers.map(recordsOf)).to.deep.equal([
      [{ Id: '005000000000001AAA', IsFrozen: true }],
      [{ Id: '005000000000002AAA', IsFrozen: false }],
    ]);
  });

  it('reads components ten at a time', () => {
    const requests = Array.from({ length: 12 }, (_none, at) => readMetadata('ConnectedApp', [`App_${at}`]));
    const { answers, sent } = drive(requests, (request) => ({
      ok: true,
      status: 200,
      body: request.kind === 'read-metadata' ? request.fullNames.map((fullName) => ({ fullName })) : [],
    }));
    expect(sent.map((wave) => wave.length)).to.deep.equal([2]);
    expect(answers.map((answer) => (answer.ok ? answer.body : undefined))).to.deep.equal(
      requests.map((_request, at) => [{ fullName: `App_${at}` }]),
    );
  });

  it('asks for what tells the rows apart as well, and keeps conditions that are the same', () => {
    for (const same of ['IsActive = true', '(IsActive = true OR PermissionSet.PermissionsAuthorApex = true)']) {
      const of = (id: string) =>
        query(`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${id}' AND ${same} LIMIT 200`);
      const { sent } = drive([of('005000000000001'), of('005000000000002')], () => rows());
      expect(sent[0]?.map(soqlOf)).to.deep.equal([
        `query?q=SELECT Id, AssigneeId FROM PermissionSetAssignment WHERE AssigneeId IN ('005000000000001', '005000000000002') AND ${same} LIMIT 2000`,
      ]);
    }
  });

  it('leaves alone what it could not tell apart again', () => {
    const grouped = ['a', 'b'].map((name) => query(`SELECT COUNT(Id) FROM User WHERE Username = '${name}'`));
    const conditions = ['a', 'b'].map((name) => query(`SELECT Id FROM User WHERE Username = '${name}' OR Id = 'x'`));
    for (const requests of [grouped, conditions]) expect(drive(requests, () => rows()).sent[0]).to.deep.equal(requests);
  });

  it('follows a column into the row that it looks up', () => {
    const of = (name: string) => query(`SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = '${name}'`);
    const { answers, sent } = drive([of('a@x.example'), of('b@x.example')], () =>
      rows({ Id: '1', Assignee: { Username: 'b@x.example' } }, { Id: '2', Assignee: { Username: 'A@x.example' } }),
    );
    expect(sent[0]).to.have.length(1);
    expect(answers.map(recordsOf)).to.deep.equal([
      [{ Id: '2', Assignee: { Username: 'A@x.example' } }],
      [{ Id: '1', Assignee: { Username: 'b@x.example' } }],
    ]);
  });

  it('asks through another table for many values at once, and which of them leads to which row', () => {
    const of = (app: string) =>
      query(
        `SELECT PermissionSetGroupId FROM PermissionSetGroupComponent WHERE PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId = '${app}') LIMIT 2000`,
      );
    const [one, other] = ['0H4000000000001AAA', '0H4000000000002AAA'] as const;
    const ways = rows(
      { ParentId: '0PS000000000001AAA', SetupEntityId: one },
      { ParentId: '0PS000000000002AAA', SetupEntityId: other },
      { ParentId: '0PS000000000001AAA', SetupEntityId: other },
    );
    const shared = { PermissionSetGroupId: 'g1', PermissionSetId: '0PS000000000001AAA' };
    const own = { PermissionSetGroupId: 'g2', PermissionSetId: '0PS000000000002AAA' };
    const { answers, sent } = drive([of(one), of(other)], (request) =>
      soqlOf(request).includes('FROM PermissionSetGroupComponent') ? rows(shared, own) : ways,
    );
    expect(sent[0]?.map(soqlOf)).to.deep.equal([
      `query?q=SELECT PermissionSetGroupId, PermissionSetId FROM PermissionSetGroupComponent WHERE PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityId IN ('${one}', '${other}')) LIMIT 2000`,
      `query?q=SELECT ParentId, SetupEntityId FROM SetupEntityAccess WHERE SetupEntityId IN ('${one}', '${other}') LIMIT 2000`,
    ]);
    expect(answers.map(recordsOf)).to.deep.equal([[shared], [shared, own]]);
  });

  it('asks for the tokens of many users, and knows whose and for which app each is', () => {
    const of = (user: string, app: string, name: string) =>
      query(
        `SELECT AppName FROM OauthToken WHERE UserId = '${user}' AND (AppMenuItem.ApplicationId = '${app}' OR (AppMenuItem.ApplicationId = null AND AppName = '${name}')) LIMIT 500`,
      );
    const token = (UserId: string, AppName: string, app?: string) => ({
      UserId,
      AppName,
      AppMenuItem: app === undefined ? null : { ApplicationId: app },
    });
    const [ledger, sync] = ['0H4000000000001AAA', '0H4000000000002AAA'] as const;
    const all = [
      token('u1', 'Renamed', ledger),
      token('u1', "O'Sync"),
      token('u2', 'Ledger'),
      token('u2', "o'sync"),
      token('u2', 'Ledger', sync),
    ] as const;
    const { answers, sent } = drive([of('u1', ledger, 'Ledger'), of('u2', sync, String.raw`O\'Sync`)], () =>
      rows(...all),
    );
    expect(sent[0]?.map(soqlOf)).to.deep.equal([
      "query?q=SELECT AppName, UserId, AppMenuItem.ApplicationId FROM OauthToken WHERE UserId IN ('u1', 'u2') LIMIT 2000",
    ]);
    expect(answers.map(recordsOf)).to.deep.equal([[all[0]], [all[3], all[4]]]);
  });

  it('reads records with Metadata by their ids, of which more travel together than of queries', () => {
    const of = (id: string) => toolingQuery(`SELECT Id, Metadata FROM Profile WHERE Id = '${id}' LIMIT 1`);
    const [one, other] = ['00e000000000001AAA', '00e000000000002AAA'] as const;
    const { answers, sent } = drive([of(one), of(other)], (request) =>
      request.kind === 'get' && request.path.endsWith(one)
        ? { ok: true, status: 200, body: { Id: one, Metadata: {} } }
        : soqlOf(request).includes('SELECT')
          ? rows({ Id: other, Metadata: {} })
          : { ok: false, status: 404, code: 'NOT_FOUND' },
    );
    expect(sent.map((wave) => wave.map(soqlOf))).to.deep.equal([
      [`tooling/sobjects/Profile/${one}`, `tooling/sobjects/Profile/${other}`],
      [`tooling/query?q=SELECT Id, Metadata FROM Profile WHERE Id = '${other}' LIMIT 1`],
    ]);
    expect(answers.map(recordsOf)).to.deep.equal([[{ Id: one, Metadata: {} }], [{ Id: other, Metadata: {} }]]);
    expect(drive([of(one)], () => rows()).sent[0]).to.deep.equal([of(one)]);
  });

  it('tries the likeliest name of an app, and all of them where that is not of the app', () => {
    const names = (app: string) => [`${app}_glbloauth`, app];
    const requests = ['A', 'B', 'C'].map((app) => readMetadata('ExtlClntAppGlobalOauthSettings', names(app)));
    const component = (fullName: string, externalClientApplication: string) => ({
      fullName,
      externalClientApplication,
    });
    const all = [
      component('A_glbloauth', 'A'),
      component('B_glbloauth', 'Other'),
      component('B', 'B'),
      component('C', 'C'),
    ];
    const { answers, sent } = drive(requests, (request) => ({
      ok: true,
      status: 200,
      body: request.kind === 'read-metadata' ? all.filter(({ fullName }) => request.fullNames.includes(fullName)) : [],
    }));
    expect(sent.map((wave) => wave.map(soqlOf))).to.deep.equal([
      ['ExtlClntAppGlobalOauthSettings A_glbloauth,B_glbloauth,C_glbloauth'],
      ['ExtlClntAppGlobalOauthSettings B_glbloauth,B,C_glbloauth,C'],
    ]);
    expect(answers.map((answer) => (answer.ok ? answer.body : undefined))).to.deep.equal([
      [all[0]],
      [all[1], all[2]],
      [all[3]],
    ]);
  });

  it('cuts no question for several components in two', () => {
    const names = (at: number) => [1, 2, 3, 4].map((one) => `App_${at}_${one}`);
    const requests = [0, 1, 2].map((at) => readMetadata('ConnectedApp', names(at)));
    const { sent } = drive(requests, (request) => ({
      ok: true,
      status: 200,
      body: request.kind === 'read-metadata' ? request.fullNames.map((fullName) => ({ fullName })) : [],
    }));
    expect(sent).to.deep.equal([[readMetadata('ConnectedApp', [...names(0), ...names(1)]), requests[2]]]);
  });

  it('asks once for what the org does not have, or does not show', () => {
    const none = { ok: false, status: 400, code: 'INVALID_FIELD' } as const;
    const { answers, sent } = drive([user('a'), user('b')], () => none);
    expect(sent).to.have.length(1);
    expect(answers).to.deep.equal([none, none]);
    const denied = { ok: false, status: 500, code: 'INSUFFICIENT_ACCESS' } as const;
    const reads = ['a', 'b'].map((name) => readMetadata('ConnectedApp', [name]));
    expect(drive(reads, () => denied)).to.deep.include({ answers: [denied, denied] });
    expect(drive(reads, () => denied).sent).to.have.length(1);
  });

  it('puts a hundred values in one query', () => {
    const sizes = (count: number) =>
      drive(
        Array.from({ length: count }, (_none, at) => user(`u${at}`)),
        () => rows(),
      ).sent[0]?.length;
    expect(sizes(100)).to.equal(1);
    // The one that is left over goes as it came.
    expect(sizes(101)).to.equal(2);
    expect(sizes(202)).to.equal(3);
  });

  it('takes two thousand rows for an answer that was cut off, and one less for a whole one', () => {
    const told = (count: number) =>
      drive([user('a'), user('b')], (request) =>
        soqlOf(request).includes(' IN ') ? rows(...Array.from({ length: count }, () => ({ Username: 'a' }))) : rows(),
      );
    expect(told(1999).sent).to.have.length(1);
    expect(told(2000).sent).to.have.length(2);
  });

  it('asks by itself what a block refused, or may have cut off', () => {
    const cut: OrgAnswer = { ok: true, status: 200, body: { done: false, records: [] } };
    for (const bad of [{ ok: false, status: 400, code: 'MALFORMED_QUERY' } as const, cut]) {
      const { answers, sent } = drive([user('a'), user('b')], (request) =>
        soqlOf(request).includes(' IN ') ? bad : rows({ Username: soqlOf(request).includes("'a'") ? 'a' : 'b' }),
      );
      expect(sent).to.have.length(2);
      expect(answers.map(recordsOf)).to.deep.equal([[{ Username: 'a' }], [{ Username: 'b' }]]);
    }
  });
});
