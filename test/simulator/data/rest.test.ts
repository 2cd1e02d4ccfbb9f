import { expect } from 'chai';
import { createSession } from '../../../simulator/index.ts';
import { noon, openDesk } from './support.ts';
import type { Desk } from './support.ts';

describe('REST resources', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const notFound = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

  it('versions: no session needed, none counted', async () => {
    const { json, headers } = await desk.get('/services/data', { authorization: '' });
    const list = json as Array<{ label: string; version: string }>;
    expect([list[0], list.at(-1)]).to.deep.equal([
      { label: "Summer '14", url: '/services/data/v31.0', version: '31.0' },
      { label: "Summer '26", url: '/services/data/v67.0', version: '67.0' },
    ]);
    expect(headers.get('sforce-limit-info')).to.equal(null);
  });

  it('headers: usage on answers and refusals, not on 401 and not on a bad version', async () => {
    const usage = async (path: string, token = desk.session.token): Promise<[number, string | null]> => {
      const { status, headers } = await desk.get(path, { authorization: `Bearer ${token}` });
      return [status, headers.get('sforce-limit-info')];
    };
    const before = desk.org.apiUsage;
    expect(await usage('limits')).to.deep.equal([200, `api-usage=${before + 1}/100000`]);
    expect(await usage('query?q=x')).to.deep.equal([400, `api-usage=${before + 2}/100000`]);
    expect(await usage('nope')).to.deep.equal([404, `api-usage=${before + 3}/100000`]);
    expect(await usage('limits', 'dead')).to.deep.equal([401, null]);
    expect(await usage('/services/data/v99.0/limits')).to.deep.equal([404, null]);
  });

  it('WWW-Authenticate on 401 only, Vary on 200 only', async () => {
    const dead = await desk.get('limits', { authorization: 'Bearer dead' });
    expect(dead.headers.get('www-authenticate')).to.equal('Token');
    expect(dead.headers.get('vary')).to.equal(null);
    const live = await desk.get('limits');
    expect([live.headers.get('www-authenticate'), live.headers.get('vary')]).to.deep.equal([null, 'Accept-Encoding']);
  });

  it('pretty print only where it is asked for', async () => {
    const path = `query?q=${encodeURIComponent('SELECT COUNT() FROM User')}`;
    expect((await desk.get(path)).text).to.equal('{"totalSize":2,"done":true,"records":[]}');
    expect((await desk.get(path, { 'x-prettyprint': '1' })).text).to.equal(
      '{\n  "totalSize" : 2,\n  "done" : true,\n  "records" : [ ]\n}',
    );
  });

  it('sobjects: list, describe, a row, some fields of a row', async () => {
    const list = (await desk.get('sobjects')).json as { sobjects: Array<{ name: string }> };
    expect(list.sobjects.map(({ name }) => name))
      .to.include.members(['User', 'LoginHistory'])
      .and.not.include('LoginEvent');
    const { fields } = (await desk.get('sobjects/LoginHistory/describe')).json as {
      fields: Array<Record<string, unknown>>;
    };
    expect(fields.find(({ name }) => name === 'Status')).to.include({
      filterable: false,
      groupable: true,
      sortable: true,
    });
    expect(fields.map(({ name }) => name)).to.not.include('NetworkId');
    const row = await desk.get(`sobjects/User/${desk.admin.id.slice(0, 15)}`);
    expect(row.json).to.include({ Username: 'admin@acme.com', IsActive: true });
    expect((await desk.get(`sobjects/User/${desk.admin.id}?fields=Username`)).json).to.have.all.keys(
      'attributes',
      'Username',
    );
  });

  it('what is not there, and ids that cannot be', async () => {
    expect((await desk.get('sobjects/Account')).json).to.deep.equal(notFound);
    expect((await desk.get('sobjects/User/005Hn0000199999IAA')).json).to.deep.equal(notFound);
    expect((await desk.get('sobjects/User/00eHn0000199999IAA')).json).to.deep.equal([
      {
        message: 'Record ID: id value of incorrect type: 00eHn0000199999IAA',
        errorCode: 'MALFORMED_ID',
        fields: ['Id'],
      },
    ]);
  });

  it('whether a password has expired', async () => {
    desk.integration.passwordExpiresAt = noon - 1;
    expect((await desk.get(`sobjects/User/${desk.integration.id}/password`)).json).to.deep.equal({ isExpired: true });
    desk.withhold('ManageUsers');
    const refused = await desk.get(`sobjects/User/${desk.integration.id}/password`);
    expect([refused.status, refused.json]).to.deep.equal([
      403,
      { message: 'You do not have permission to view this record.', errorCode: 'INSUFFICIENT_ACCESS' },
    ]);
    expect((await desk.get(`sobjects/User/${desk.admin.id}/password`)).json).to.deep.equal({ isExpired: false });
  });

  it('a session of another org, a session on the wrong host, a call too many', async () => {
    const [, other] = desk.sim.world.orgs;
    const stranger = createSession(other!, { userId: other!.users[0]!.id, createdAt: noon });
    expect((await desk.get('limits', { authorization: `Bearer ${stranger.token}` })).json).to.deep.equal([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ]);
    const onLogin = await fetch(`${desk.sim.urls.login}/services/data/v64.0/limits`, {
      headers: { authorization: `Bearer ${desk.session.token}` },
    });
    expect([onLogin.status, await onLogin.json()]).to.deep.equal([
      400,
      [{ errorCode: 'URL_NOT_RESET', message: 'Destination URL not reset. The URL returned from login must be set' }],
    ]);
    desk.org.apiUsage = 100_000;
    const full = await desk.get('limits');
    expect([full.status, full.json]).to.deep.equal([
      403,
      [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
    ]);
  });
});

describe('composite', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  type Part = { body: unknown; httpStatusCode: number; referenceId: string };
  const get = (referenceId: string, url: string): object => ({
    method: 'GET',
    referenceId,
    url: `/services/data/v64.0/${url}`,
  });
  const composite = async (compositeRequest: object[]): Promise<Part[]> => {
    const { json } = await desk.post('composite', { compositeRequest });
    return (json as { compositeResponse: Part[] }).compositeResponse;
  };

  it('each part with the status it would have had, references filled in, one call counted', async () => {
    const before = desk.org.apiUsage;
    const parts = await composite([
      get('user', `query?q=${encodeURIComponent("SELECT Id FROM User WHERE FirstName = 'Marketing'")}`),
      get('state', "query?q=SELECT IsFrozen FROM UserLogin WHERE UserId = '@{user.records[0].Id}'"),
      get(
        'encoded',
        `query?q=${encodeURIComponent("SELECT Id FROM UserLogin WHERE UserId = '@{user.records[0].Id}'")}`,
      ),
      get('bad', 'query?q=SELECT+Id+FROM+Nope'),
      get('after', 'sobjects/User/@{bad.records[0].Id}'),
      get('describe', 'sobjects/User/describe'),
    ]);
    expect(parts.map(({ httpStatusCode }) => httpStatusCode)).to.deep.equal([200, 200, 200, 400, 400, 200]);
    expect((parts[1]!.body as { totalSize: number }).totalSize).to.equal(1);
    expect((parts[2]!.body as { totalSize: number }).totalSize).to.equal(1);
    expect((parts[4]!.body as Array<{ errorCode: string }>)[0]!.errorCode).to.equal('PROCESSING_HALTED');
    expect(desk.org.apiUsage).to.equal(before + 1);
  });

  it('25 parts and 5 queries at most', async () => {
    const status = async (count: number, url: string): Promise<number> =>
      (await desk.post('composite', { compositeRequest: Array.from({ length: count }, (_, n) => get(`r${n}`, url)) }))
        .status;
    expect([await status(25, 'limits'), await status(26, 'limits')]).to.deep.equal([200, 400]);
    expect([
      await status(5, 'query?q=SELECT+Id+FROM+User'),
      await status(6, 'query?q=SELECT+Id+FROM+User'),
    ]).to.deep.equal([200, 400]);
  });

  it('a batch: statusCode and result, hasErrors, each part counted', async () => {
    const before = desk.org.apiUsage;
    const batchRequests = ['query?q=SELECT+Name+FROM+Organization', 'sobjects/Nope/describe'].map((url) => ({
      method: 'GET',
      url: `v64.0/${url}`,
    }));
    const { json } = await desk.post('composite/batch', { batchRequests });
    const { hasErrors, results } = json as {
      hasErrors: boolean;
      results: Array<{ statusCode: number; result: unknown }>;
    };
    expect(hasErrors).to.equal(true);
    expect(results.map(({ statusCode }) => statusCode)).to.deep.equal([200, 404]);
    expect(desk.org.apiUsage).to.equal(before + 3);
  });
});
