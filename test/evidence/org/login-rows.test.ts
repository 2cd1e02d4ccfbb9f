import { expect } from 'chai';
import { askOrg } from '../../../src/evidence/org/index.ts';
import { pages } from '../../../src/evidence/org/login-history.ts';
import type { FactName, LoginRow } from '../../../src/model/index.ts';
import { acme, asked } from './acme.ts';
import { fakePort, soqlOf, type FakePort } from './fake-port.ts';

const minute = (n: number): string => new Date(Date.parse('2026-11-23T02:00:00.000Z') + n * 60_000).toISOString();

const row = (n: number, status: string, application = 'Marketing Sync'): Record<string, string> => ({
  Id: `0Ya${String(n + 100_000)}`,
  LoginTime: minute(n),
  Status: status,
  Application: application,
});

/** A small LoginHistory that filters, sorts, limits and groups as the org does. */
const history =
  (rows: ReadonlyArray<Record<string, string>>) =>
  (soql: string): readonly object[] => {
    const bound = (operator: string): number | undefined => {
      const at = new RegExp(`LoginTime ${operator} (\\S+)`, 'u').exec(soql)?.[1];
      return at === undefined ? undefined : Date.parse(at);
    };
    const [from = -Infinity, to = Infinity] = [bound('>='), bound('<=')];
    const inside = rows.filter(({ LoginTime = '' }) => Date.parse(LoginTime) >= from && Date.parse(LoginTime) <= to);
    if (soql.includes('GROUP BY')) {
      const groups = Map.groupBy(inside, ({ Application, Status }) => JSON.stringify([Application, Status]));
      return [...groups.values()].map((group) => ({
        Application: group[0]?.Application,
        Status: group[0]?.Status,
        LastLogin: group
          .map(({ LoginTime }) => LoginTime)
          .toSorted()
          .at(-1),
      }));
    }
    const sorted = inside.toSorted((a, b) => (a.LoginTime ?? '').localeCompare(b.LoginTime ?? ''));
    const ordered = soql.includes(' DESC ') ? sorted.toReversed() : sorted;
    return ordered.slice(0, Number(/LIMIT (\d+)/u.exec(soql)?.[1]));
  };

const wanted: ReadonlySet<FactName> = new Set<FactName>(['loginRows', 'changes']);

const ask = async (
  rows: ReadonlyArray<Record<string, string>>,
  failedAt?: string,
  change = (port: FakePort): FakePort => port,
) => {
  const port = change(fakePort({ ...acme, LoginHistory: history(rows), SetupAuditTrail: [] }));
  const { facts, roundTrips } = await askOrg(port, { ...asked, failedAt, now: minute(10_000), wanted });
  expect(facts.loginRows.state).to.equal('known');
  const found = facts.loginRows.state === 'known' ? facts.loginRows.value : [];
  const trail =
    port.waves
      .flat()
      .map(soqlOf)
      .find(({ object }) => object === 'SetupAuditTrail')?.soql ?? '';
  return { found, roundTrips, trail };
};

const ids = (rows: readonly LoginRow[]): readonly string[] => rows.map(({ id }) => id);

describe('login rows', () => {
  it('reach the last success through a storm of failures that fills the page', async () => {
    const storm = Array.from({ length: pages.back + 500 }, (_none, n) => row(n + 1, 'User Is Frozen'));
    const { found, roundTrips, trail } = await ask([row(-600, 'Success'), row(0, 'Success'), ...storm]);
    expect(ids(found)).to.include(row(0, '').Id);
    expect(ids(found)).to.include(row(1, '').Id);
    expect(found[0]?.at).to.equal(minute(pages.back + 500));
    expect(roundTrips).to.equal(3);
    expect(trail).to.contain(`CreatedDate >= ${minute(-7 * 24 * 60)}`);
  });

  it('are not taken for all of them where the org sends a part of the page, and says that there are more', async () => {
    /** The first rows of each page: what one org was seen to do. */
    const parting = (port: FakePort): FakePort => ({
      ...port,
      wave: async (requests) =>
        (await port.wave(requests)).map((answer, at) => {
          const asked = requests[at] === undefined ? '' : soqlOf(requests[at]).soql;
          if (!answer.ok || !asked.includes('FROM LoginHistory') || !asked.includes(' DESC LIMIT')) return answer;
          const { records } = answer.body as { readonly records: readonly object[] };
          return { ...answer, body: { totalSize: records.length, done: false, records: records.slice(0, 5) } };
        }),
    });
    const failures = Array.from({ length: 38 }, (_none, n) => row(n + 1, 'User Is Frozen'));
    const { found, trail } = await ask([row(0, 'Success'), ...failures], undefined, parting);
    expect(ids(found)).to.include(row(0, '').Id);
    expect(ids(found)).to.include(row(1, '').Id);
    expect(trail).to.contain(`CreatedDate >= ${minute(-7 * 24 * 60)}`);
  });

  it('take the success of another app for none', async () => {
    const storm = Array.from({ length: pages.back + 500 }, (_none, n) => row(n + 1, 'User Is Frozen'));
    const { found } = await ask([row(-30, 'Success'), ...storm, row(700.5, 'Success', 'Browser')]);
    expect(ids(found)).to.include(row(-30, '').Id);
  });

  it('are those before the time given, and the newest', async () => {
    const later = Array.from({ length: pages.back + 500 }, (_none, n) => row(n + 100, 'Success'));
    const { found, trail } = await ask([row(0, 'Success'), row(3, 'Restricted IP'), ...later], minute(3));
    expect(ids(found)).to.include(row(3, '').Id);
    expect(ids(found)).to.include(row(0, '').Id);
    expect(found[0]?.at).to.equal(minute(pages.back + 599));
    expect(found).to.have.length(pages.newest + 2);
    expect(trail).to.contain(`CreatedDate <= ${minute(4)}`);
  });

  it('are asked for up to five minutes after the time given: clocks differ, and a person rounds', async () => {
    // So many rows followed that the newest ones do not reach back to the failure.
    const later = Array.from({ length: pages.newest }, (_none, at) => row(at + 1000, 'Success'));
    const of = async (at: number) => ids((await ask([row(at, 'Restricted IP'), ...later], minute(0))).found);
    expect(await of(5)).to.include(row(5, '').Id);
    expect(await of(6)).to.not.include(row(6, '').Id);
  });

  it('need no third question where the page shows the success', async () => {
    const port = fakePort({ ...acme, LoginHistory: history([row(0, 'Success'), row(3, 'Restricted IP')]) });
    const { roundTrips } = await askOrg(port, { ...asked, wanted: new Set<FactName>(['loginRows']) });
    expect(roundTrips).to.equal(2);
  });

  it('show a status verbatim that nobody knows', async () => {
    const { found } = await ask([row(0, 'Failed: Something new')]);
    expect(found[0]).to.include({ status: 'Failed: Something new', recognised: false, success: false });
  });
});
