import { expect } from 'chai';
import { addLoginRows, createGrant, createSession } from '../../../simulator/index.ts';
import { noon, openDesk } from './support.ts';
import type { Desk, Records } from './support.ts';

describe('paging', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const more = async (url: string, headers: Record<string, string> = {}): Promise<Records> =>
    (await desk.get(url, headers)).json as Records;

  const walk = async (first: Records): Promise<Records[]> => {
    const pages = [first];
    for (let page = first; page.nextRecordsUrl !== undefined;) pages.push((page = await more(page.nextRecordsUrl)));
    return pages;
  };

  it('2,000 rows a page, a locator that ends with the offset, every row once', async () => {
    desk.org.loginRows = [];
    addLoginRows(desk.org, 4500, noon);
    const pages = await walk(await desk.query('SELECT Id, LoginTime FROM LoginHistory ORDER BY LoginTime DESC'));

    expect(pages.map(({ records }) => records.length)).to.deep.equal([2000, 2000, 500]);
    expect(pages.map(({ totalSize, done }) => [totalSize, done])).to.deep.equal([
      [4500, false],
      [4500, false],
      [4500, true],
    ]);
    expect(pages[0]!.nextRecordsUrl).to.match(/^\/services\/data\/v64\.0\/query\/01g\w{15}-2000$/);
    const rows = pages.flatMap(({ records }) => records);
    expect(new Set(rows.map(({ Id }) => Id)).size).to.equal(4500);
    expect(rows.map(({ LoginTime }) => LoginTime)).to.deep.equal(
      rows
        .map(({ LoginTime }) => LoginTime)
        .sort()
        .reverse(),
    );
  });

  it('the rows of the first question, whatever happens meanwhile', async () => {
    addLoginRows(desk.org, 3000, noon);
    const first = await desk.query('SELECT Id FROM LoginHistory');
    desk.org.loginRows = [];
    expect((await more(first.nextRecordsUrl!)).records.length).to.equal(first.totalSize - 2000);
  });

  it('batchSize is a hint between 200 and 2,000', async () => {
    addLoginRows(desk.org, 3000, noon);
    const size = async (batch: number): Promise<number> =>
      (
        await more(`query?q=${encodeURIComponent('SELECT Id FROM LoginHistory')}`, {
          'sforce-query-options': `batchSize=${batch}`,
        })
      ).records.length;
    expect([await size(1), await size(700), await size(9000)]).to.deep.equal([200, 700, 2000]);
  });

  it('a locator is dead after two days, and for another user at once', async () => {
    addLoginRows(desk.org, 3000, noon);
    const url = (await desk.query('SELECT Id FROM LoginHistory')).nextRecordsUrl!;
    const other = createSession(desk.org, { userId: desk.integration.id, createdAt: noon });
    const refusal = [{ message: 'invalid query locator', errorCode: 'INVALID_QUERY_LOCATOR' }];
    expect((await desk.get(url, { authorization: `Bearer ${other.token}` })).json).to.deep.equal(refusal);
    expect((await desk.get(url)).status).to.equal(200);
    desk.session.expiresAt = noon + 9 * 24 * 3_600_000;
    desk.sim.clock.advance(2 * 24 * 3_600_000 + 1);
    expect((await desk.get(url)).json).to.deep.equal(refusal);
  });

  it('OauthToken: 500 a page, and silence after 2,500', async () => {
    const user = desk.integration;
    for (let n = 0; n < 2600; n += 1)
      createGrant(desk.org, { userId: user.id, appId: `0H4Hn000000${String(n).padStart(4, '0')}KAA`, createdAt: noon });
    const pages = await walk(await desk.query('SELECT AppName, UseCount FROM OauthToken'));
    expect(pages.map(({ records }) => records.length)).to.deep.equal([500, 500, 500, 500, 500]);
    expect(pages.map(({ done }) => done)).to.deep.equal([false, false, false, false, true]);
    expect(pages[0]!.totalSize).to.equal(2600);
  });

  it('bulk rows: the same for the same seed, of this org’s users, within their time', async () => {
    addLoginRows(desk.org, 5000, noon, { seed: 7 });
    const groups = async (): Promise<unknown> =>
      (
        await desk.query(
          'SELECT Status, UserId, COUNT(Id), MIN(LoginTime), MAX(LoginTime) FROM LoginHistory GROUP BY Status, UserId ORDER BY Status, UserId',
        )
      ).records;
    const first = await groups();
    addLoginRows(desk.org, 10, noon);
    expect(await groups()).to.not.deep.equal(first);
    addLoginRows(desk.org, 5000, noon, { seed: 7 });
    expect(await groups()).to.deep.equal(first);
    expect((await desk.query('SELECT COUNT() FROM LoginHistory WHERE LoginTime > TODAY')).totalSize).to.equal(0);
    const users = new Set(desk.org.users.map(({ id }) => id));
    for (const { UserId } of first as Array<{ UserId: string }>) expect([...users]).to.include(UserId);
  });
});
