import { expect } from 'chai';
import { failingRow } from '../../src/history/index.ts';
import type { LoginRow } from '../../src/model/index.ts';

const row = (id: string, at: string, status: string, application = 'Marketing Sync'): LoginRow => ({
  id,
  at,
  status,
  application,
  success: status === 'Success',
  recognised: status !== 'Odd',
  suspects: [],
});

const asked = { failedAt: undefined, integration: undefined };

describe('failingRow', () => {
  it('finds none where there are no rows', () => {
    expect(failingRow([], asked)).to.equal(undefined);
  });

  it('finds none where the newest row is a success: the failure left no row', () => {
    const rows = [
      row('2', '2026-11-23T02:00:00.000Z', 'Success'),
      row('1', '2026-11-23T01:00:00.000Z', 'Restricted IP'),
    ];
    expect(failingRow(rows, asked)).to.equal(undefined);
  });

  it('takes the newest row when no time is given', () => {
    const rows = [
      row('2', '2026-11-23T02:00:00.000Z', 'Restricted IP'),
      row('1', '2026-11-23T01:00:00.000Z', 'Success'),
    ];
    expect(failingRow(rows, asked)?.id).to.equal('2');
  });

  it('takes the failed row of the minute given, not a newer one', () => {
    const rows = [
      row('2', '2026-11-23T02:00:00.000Z', 'Restricted IP'),
      row('1', '2026-11-23T01:00:20.000Z', 'Invalid Password'),
    ];
    expect(failingRow(rows, { ...asked, failedAt: '2026-11-23T01:00:00.000Z' })?.id).to.equal('1');
  });

  it('finds none where the minute given has no failed row', () => {
    const rows = [row('2', '2026-11-23T02:00:00.000Z', 'Restricted IP')];
    expect(failingRow(rows, { ...asked, failedAt: '2026-11-23T01:00:00.000Z' })).to.equal(undefined);
  });

  it('leaves out rows of other apps, where the app shows by name', () => {
    const rows = [
      row('2', '2026-11-23T02:00:00.000Z', 'Invalid Password', 'Browser'),
      row('1', '2026-11-23T01:00:00.000Z', 'Restricted IP'),
    ];
    expect(failingRow(rows, { ...asked, integration: { app: 'marketing sync', sourceIps: [] } })?.id).to.equal('1');
  });

  it('counts every app where the name given is shown by no row', () => {
    const rows = [row('2', '2026-11-23T02:00:00.000Z', 'Invalid Password')];
    expect(failingRow(rows, { ...asked, integration: { app: '3MVG9x', sourceIps: [] } })?.id).to.equal('2');
  });

  it('prefers a status that is known to one that is not, within the same minute', () => {
    const rows = [row('2', '2026-11-23T02:00:01.000Z', 'Odd'), row('1', '2026-11-23T02:00:30.000Z', 'Restricted IP')];
    expect(failingRow(rows, { ...asked, failedAt: '2026-11-23T02:00:00.000Z' })?.id).to.equal('1');
  });
});
