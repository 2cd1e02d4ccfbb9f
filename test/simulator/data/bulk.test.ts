import { expect } from 'chai';
import { openDesk } from './support.ts';
import type { Desk } from './support.ts';

describe('bulk API 2.0 query', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const create = (query: string, more: Readonly<Record<string, string>> = {}) =>
    desk.post('jobs/query', { operation: 'query', query, ...more });

  const jobOf = async (query: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { status, json, text } = await create(query, more);
    expect(status, text).to.equal(200);
    return (json as { id: string }).id;
  };

  const pieces = (text: string): readonly string[] => text.split('\n');

  it('a job is made, is over, and gives its rows', async () => {
    const made = await create('SELECT Username, IsActive, Profile.Name FROM User ORDER BY Username');
    expect(made.json).to.include({ operation: 'query', object: 'User', state: 'UploadComplete', contentType: 'CSV' });
    const { id } = made.json as { id: string };
    expect(id).to.match(/^750\w{15}$/u);
    expect((await desk.get(`jobs/query/${id}`)).json).to.include({ state: 'JobComplete', numberRecordsProcessed: 2 });
    const { text, headers } = await desk.get(`jobs/query/${id}/results`);
    expect(pieces(text)).to.deep.equal([
      '"Username","IsActive","Profile.Name"',
      '"admin@acme.com","true","System Administrator"',
      '"integration.marketing@acme.com","true","Integration"',
      '',
    ]);
    expect([headers.get('sforce-locator'), headers.get('sforce-numberofrecords')]).to.deep.equal(['null', '2']);
    expect(headers.get('content-type')).to.match(/^text\/csv/u);
  });

  it('more rows than were asked for come in pages, each with its header', async () => {
    const id = await jobOf('SELECT Id FROM User');
    const first = await desk.get(`jobs/query/${id}/results?maxRecords=1`);
    const locator = first.headers.get('sforce-locator') ?? '';
    const second = await desk.get(`jobs/query/${id}/results?maxRecords=1&locator=${locator}`);
    const ids = [first, second].map(({ text }) => pieces(text)[1]);
    expect(new Set(ids).size).to.equal(2);
    expect(pieces(second.text)[0]).to.equal('"Id"');
    expect(second.headers.get('sforce-locator')).to.equal('null');
  });

  it('in the form that was asked for; date-times end in Z, quotes are doubled, nothing is nothing', async () => {
    desk.integration.firstName = 'The "M"';
    const soql = `SELECT FirstName, LastLoginDate, CreatedDate FROM User WHERE Id = '${desk.integration.id}'`;
    desk.org.loginRows = [];
    const id = await jobOf(soql, { columnDelimiter: 'PIPE', lineEnding: 'CRLF' });
    const { text } = await desk.get(`jobs/query/${id}/results`);
    expect(text).to.match(
      /^"FirstName"\|"LastLoginDate"\|"CreatedDate"\r\n"The ""M"""\|"[^"]*"\|"[\d-]+T[\d:.]+Z"\r\n$/u,
    );
  });

  it('what no job may ask is refused, and what no query may ask too', async () => {
    const refused = async (query: string): Promise<string> => {
      const { status, json } = await create(query);
      const [{ errorCode, message } = { errorCode: '', message: '' }] = json as Array<
        Record<'errorCode' | 'message', string>
      >;
      return `${status} ${errorCode}: ${message.trim().split('\n').at(-1) ?? ''}`;
    };
    const ours = ['GROUP BY', 'OFFSET', 'Functions in SELECT'].map(
      (what) => `400 API_ERROR: ${what} not supported in Bulk V2 Query`,
    );
    expect([
      await refused('SELECT ProfileId FROM User GROUP BY ProfileId'),
      await refused('SELECT Id FROM User OFFSET 1'),
      await refused('SELECT COUNT(Id) FROM User'),
    ]).to.deep.equal(ours);
    expect(await refused('SELECT Id, (SELECT Id FROM PermissionSetAssignments) FROM User')).to.equal(
      '400 API_ERROR: Aggregate Relationships not supported in Bulk V2 Query with CSV content type.',
    );
    expect(await refused('SELECT Idd FROM User')).to.match(/^400 INVALID_FIELD: /u);
    expect((await desk.post('jobs/query', { operation: 'insert', query: 'SELECT Id FROM User' })).status).to.equal(400);
    expect((await create('SELECT Id FROM User', { columnDelimiter: 'toString' })).status).to.equal(400);
  });

  it('a job that was deleted, or never was, is not there', async () => {
    const id = await jobOf('SELECT Id FROM User');
    const { status } = await fetch(`${desk.sim.urls.myDomain}/services/data/v64.0/jobs/query/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${desk.session.token}` },
    });
    expect(status).to.equal(204);
    expect((await desk.get(`jobs/query/${id}`)).status).to.equal(404);
  });
});
