import { expect } from 'chai';
import { countFailuresIn, countLogins, rowsFor, successesAround } from '../../../../src/loginhistory/reading/index.ts';
import { askThrough } from '../../../../src/evidence/org-ask.ts';
import { hour, now, openDesk, type Desk, type Seed } from './desk.ts';

const minute = 60;

const row = (ago: number, status: string, more: Partial<Seed> = {}): Seed => ({
  status,
  application: 'Marketing Sync',
  user: 0,
  sourceIp: '203.0.113.7',
  ago,
  ...more,
});

describe('single rows', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  const failuresOf = async () => {
    const { port, history } = await desk.history();
    const tally = await askThrough(port, countLogins(history, { since: now - 48 * hour, until: now }));
    if (tally.state !== 'known') throw new Error('not counted');
    return { port, history, groups: [...tally.value.groups].filter(({ success }) => !success) };
  };

  it('are those of the groups that are shown, newest first, in one request', async () => {
    const storm = Array.from({ length: 300 }, (_none, at) => row(3600 + at * 20, 'Invalid Password'));
    const noise = Array.from({ length: 300 }, (_none, at) => row(3605 + at * 20, 'Success'));
    desk.rows([...storm, ...noise, row(90, 'User Is Frozen', { user: 1 }), row(100, 'Invalid Password', { user: 1 })]);
    desk.limits = { groups: 2000, page: 50 };
    const { port, history, groups } = await failuresOf();
    const wanted = ['User Is Frozen', 'Invalid Password'].map((status) => ({
      groups: groups.filter((group) => group.status === status),
      limit: 20,
    }));
    const before = port.spent().requests;
    const { rows, refused } = await askThrough(port, rowsFor(history, wanted));
    const [frozen = [], invalid = []] = rows;
    expect(refused).to.equal(false);
    expect(frozen.map(({ status, at }) => [status, at])).to.deep.equal([
      ['User Is Frozen', new Date(now - 90_000).toISOString()],
    ]);
    expect(invalid).to.have.length(20);
    expect(invalid.every(({ status, success }) => status === 'Invalid Password' && !success)).to.equal(true);
    expect(invalid.slice(0, 2).map(({ at }) => at)).to.deep.equal(
      [100, 3600].map((ago) => new Date(now - ago * 1000).toISOString()),
    );
    expect(port.spent().requests - before).to.equal(1);
    expect(invalid[0]).to.include({ user: desk.org.users[1]?.id, countryIso: 'US' });
  });

  it('tell of the address behind a proxy', async () => {
    desk.rows([row(60, 'Invalid Password')]);
    Object.assign(desk.org.loginRows[0] ?? {}, { forwardedForIp: '10.0.0.7' });
    const { port, history, groups } = await failuresOf();
    const { rows } = await askThrough(port, rowsFor(history, [{ groups, limit: 5 }]));
    expect(rows[0]?.[0]?.forwardedForIp).to.equal('10.0.0.7');
  });

  it('are counted in windows shorter than an hour', async () => {
    desk.rows([60, 70, 80, 20 * minute, 40 * minute].map((ago) => row(ago, 'Invalid Password')));
    const { port, history } = await desk.history();
    const windows = [3, 2, 1, 0].map((at) => ({ from: now - (at + 1) * 900_000, to: now - at * 900_000 }));
    const { groups, gaps } = await askThrough(port, countFailuresIn(history, windows));
    expect(gaps).to.deep.equal([]);
    expect(groups.map((group) => [now - group.hour, group.span, group.count]).toSorted()).to.deep.equal([
      [1_800_000, 900_000, 1],
      [2_700_000, 900_000, 1],
      [900_000, 900_000, 3],
    ]);
  });

  it('are framed by the nearest successes of their user and app', async () => {
    desk.rows([
      row(500, 'Success'),
      row(400, 'Success', { application: 'Browser' }),
      row(300, 'Invalid Password'),
      row(250, 'Success', { user: 1 }),
      row(200, 'Invalid Password'),
      row(100, 'Success'),
      row(50, 'Success'),
    ]);
    const { port } = await desk.history();
    const users = [desk.org.users[0]?.id ?? ''];
    const times = { firstFailure: now - 300_000, lastFailure: now - 200_000 };
    const { found, refused } = await askThrough(
      port,
      successesAround([
        { users, application: 'Marketing Sync', ...times },
        { users, ...times },
        { users, sourceIp: '198.51.100.1', ...times },
      ]),
    );
    const [own, any, never] = found;
    expect(refused).to.equal(false);
    expect(own).to.deep.equal({ lastSuccessBefore: now - 500_000, firstSuccessAfter: now - 100_000 });
    expect(any).to.deep.equal({ lastSuccessBefore: now - 400_000, firstSuccessAfter: now - 100_000 });
    expect(never).to.deep.equal({});
  });
});
