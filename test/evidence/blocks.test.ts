import { expect } from 'chai';
import { inBlocks } from '../../src/evidence/blocks.ts';
import { query, readMetadata } from '../../src/evidence/org/soql.ts';
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
  request.kind === 'get' ? decodeURIComponent(request.path) : `${request.type} ${request.fullNames.join(',')}`;

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
    const of = (id: string) =>
      query(`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${id}' AND IsActive = true`);
    const { sent } = drive([of('005000000000001'), of('005000000000002')], () => rows());
    expect(sent[0]?.map(soqlOf)).to.deep.equal([
      "query?q=SELECT Id, AssigneeId FROM PermissionSetAssignment WHERE AssigneeId IN ('005000000000001', '005000000000002') AND IsActive = true LIMIT 2000",
    ]);
  });

  it('leaves alone what it could not tell apart again', () => {
    const grouped = ['a', 'b'].map((name) => query(`SELECT COUNT(Id) FROM User WHERE Username = '${name}'`));
    const conditions = ['a', 'b'].map((name) => query(`SELECT Id FROM User WHERE Username = '${name}' OR Id = 'x'`));
    for (const requests of [grouped, conditions]) expect(drive(requests, () => rows()).sent[0]).to.deep.equal(requests);
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
