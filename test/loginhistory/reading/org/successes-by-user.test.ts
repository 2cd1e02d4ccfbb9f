import { expect } from 'chai';
import { addLoginRow } from '../../../../simulator/index.ts';
import { askThrough } from '../../../../src/evidence/org-ask.ts';
import { countLogins, type CountRequest, type LoginTally } from '../../../../src/loginhistory/reading/index.ts';
import { hour, now, openDesk, type Desk } from './desk.ts';

describe('logins of more users than an hour may have groups', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  beforeEach(() => {
    desk.change = undefined;
  });
  after(() => desk.close());

  const count = async (request: CountRequest): Promise<LoginTally> => {
    const { port, history } = await desk.history();
    const tally = await askThrough(port, countLogins(history, request));
    if (tally.state !== 'known') throw new Error(JSON.stringify(tally));
    return tally.value;
  };

  const addresses = ['203.0.113.7', '203.0.113.8'];
  const idOf = (at: number): string => `0058d00000${at < 30 ? 'a' : 'A'}${String(at).padStart(4, '0')}AAA`;
  const byUser = { since: now - 30 * 24 * hour, until: now, successesBy: ['user', 'sourceIp'] } as const;

  const log = (users: number): void => {
    desk.rows([]);
    for (let at = 0; at < users; at += 1) {
      for (const sourceIp of addresses)
        for (const ago of [1, 49])
          addLoginRow(desk.org, { userId: idOf(at), at: now - ago * hour, status: 'Success', sourceIp });
    }
  };

  const told = async (users: number, groups: number): Promise<LoginTally> => {
    log(users);
    desk.limits = { groups, page: 2000 };
    return count(byUser);
  };

  it('tells them apart by going through some users at a time', async () => {
    const { groups, untold, totals } = await told(60, 24);
    expect(untold.filter(({ dimension }) => dimension === 'user' || dimension === 'sourceIp')).to.deep.equal([]);
    expect(totals.successes).to.equal(240);
    const each = [...groups].map(
      ({ user, sourceIp, count: logins, first }) => `${user} ${sourceIp} ${logins} ${first}`,
    );
    const times = [now - hour, now - 49 * hour];
    expect(each).to.have.members(
      Array.from({ length: 60 }, (_none, at) =>
        addresses.flatMap((address) => times.map((time) => `${idOf(at)} ${address} 1 ${time}`)),
      ).flat(),
    );
  });

  it('says that it does not where they are too many, or the org leaves some of them out', async () => {
    const users = ({ untold }: LoginTally): boolean => untold.some(({ dimension }) => dimension === 'user');
    expect(users(await told(60, 9))).to.equal(true);
    desk.change = (request, answer) =>
      request.kind === 'get' && answer.ok && decodeURIComponent(request.path).includes('ORDER BY UserId')
        ? { ...answer, body: { done: true, records: (answer.body as { records: unknown[] }).records.slice(1, 9) } }
        : answer;
    expect(users(await told(60, 24))).to.equal(true);
  });

  it('does not where nobody asks for them', async () => {
    log(60);
    desk.limits = { groups: 24, page: 2000 };
    const { untold } = await count({ ...byUser, successesBy: ['sourceIp'] });
    expect(untold.map(({ dimension }) => dimension)).to.include('user');
  });
});
