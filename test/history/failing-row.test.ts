import { expect } from 'chai';
import { beforeUser, failingRow } from '../../src/history/index.ts';
import { causes } from '../../src/causes/index.ts';
import type { LoginRow } from '../../src/model/index.ts';
import { suspecting } from '../support/standing.ts';

const row = (id: string, at: string, status: string, application = 'Marketing Sync'): LoginRow => ({
  id,
  at,
  status,
  application,
  success: status === 'Success',
  recognised: status !== 'Odd',
  suspects: [],
});

const now = '2026-11-23T02:30:00.000Z';
const asked = { failedAt: undefined, now, integration: undefined, refusals: [] };

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

  it('takes an old row only where no refusal was given: beside one it is of another failure', () => {
    const rows = [row('1', '2026-11-23T01:00:00.000Z', 'Restricted IP')];
    const refusals = [suspecting('user-frozen')];
    expect(failingRow(rows, asked)?.id).to.equal('1');
    expect(failingRow(rows, { ...asked, refusals })).to.equal(undefined);
    expect(failingRow(rows, { ...asked, refusals, now: '2026-11-23T01:59:00.000Z' })?.id).to.equal('1');
    expect(failingRow(rows, { ...asked, refusals, failedAt: '2026-11-23T01:00:00.000Z' })?.id).to.equal('1');
  });

  it('takes no row of another app where the org told how the app is called', () => {
    const rows = [row('1', '2026-11-23T02:00:00.000Z', 'Invalid Password', 'Browser')];
    const integration = { app: '3MVG9x', appLabel: 'Marketing Sync', sourceIps: [] };
    expect(failingRow(rows, { ...asked, integration })).to.equal(undefined);
    expect(failingRow(rows, { ...asked, integration: { ...integration, flow: 'soap-login' } })?.id).to.equal('1');
  });

  it('takes no row where the refusal comes before the user is looked at, unless the row names the same', () => {
    const rows = [row('1', '2026-11-23T02:29:00.000Z', 'Restricted IP')];
    const refusals = [suspecting('app-wrong-consumer-key', 'wrong-endpoint')];
    expect(failingRow(rows, { ...asked, refusals })).to.equal(undefined);
    expect(failingRow(rows, { ...asked, refusals, failedAt: '2026-11-23T02:29:00.000Z' })).to.equal(undefined);
    const same = rows.map((one) => ({ ...one, suspects: ['wrong-endpoint'] as const }));
    expect(failingRow(same, { ...asked, refusals })?.id).to.equal('1');
  });

  it('knows the causes that come before the user by their gates', () => {
    const first = causes.filter(({ gate }) => gate === 'host' || gate === 'client-id').map(({ id }) => id);
    expect([...beforeUser].toSorted()).to.deep.equal(first.toSorted());
  });
});
