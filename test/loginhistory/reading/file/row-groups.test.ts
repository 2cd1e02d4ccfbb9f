import { expect } from 'chai';
import { RowGroups, type RowGroup } from '../../../../src/loginhistory/reading/file/row-groups.ts';

const row = (at: number, more: Partial<RowGroup> = {}): RowGroup => ({
  values: { status: 'Success', user: `user${at % 3}`, sourceIp: `198.51.100.${at}` },
  status: 'Success',
  success: true,
  hour: '2026-11-23 12:00',
  spanStart: 0,
  count: 1,
  first: at,
  last: at,
  ...more,
});

const failing = (at: number): RowGroup =>
  row(at, { status: 'X', success: false, values: { status: 'X', user: `user${at}`, sourceIp: `203.0.113.${at}` } });

const range = (length: number): number[] => Array.from({ length }, (_none, at) => at);

const counted = (most: number, rows: readonly RowGroup[]) => {
  const groups = new RowGroups(most);
  const kept = rows.filter((one) => groups.add(one)).length;
  return { kept, all: [...groups.all], untold: groups.untold(100, 10) };
};

describe('groups of rows', () => {
  it('are as fine as they come, while there is room', () => {
    const { all, untold } = counted(
      10,
      range(10).map((at) => row(at)),
    );
    expect(all).to.have.lengthOf(10);
    expect(untold).to.deep.equal([]);
  });

  it('leave out the addresses of successes first, then their users, before anything of a failure', () => {
    const some = counted(10, [...range(4).map(failing), ...range(8).map((at) => row(at))]);
    expect(some.untold).to.deep.equal([
      { dimension: 'sourceIp', rows: 100 },
      { dimension: 'countryIso', rows: 100 },
    ]);
    expect(some.all.map(({ values }) => values.sourceIp !== undefined)).to.deep.equal([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    const [, , , , success] = some.all;
    expect(success).to.include({ count: 3, first: 0, last: 6 });

    const more = counted(5, [...range(4).map(failing), ...range(8).map((at) => row(at))]);
    expect(more.all).to.have.lengthOf(5);
    expect(more.all.at(-1)?.values).to.deep.equal({ status: 'Success' });
    expect(more.untold).to.have.lengthOf(4);
  });

  it('leave out what failures tell at last, and then have room for twice as many', () => {
    const statuses = range(9).map((at) =>
      row(at, { success: false, values: { status: `S${at}`, user: 'a' }, status: `S${at}` }),
    );
    const { kept, all, untold } = counted(4, statuses);
    expect([kept, all.length]).to.deep.equal([8, 8]);
    expect(untold.filter(({ rows }) => rows === 10).map(({ dimension }) => dimension)).to.deep.equal([
      'sourceIp',
      'countryIso',
      'user',
      'loginSubType',
    ]);
  });
});
