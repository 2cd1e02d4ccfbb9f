import { expect } from 'chai';
import { answerTo, beforeUser, failingRow, otherFailure } from '../../../src/loginhistory/one-login/index.ts';
import { causes } from '../../../src/causes/index.ts';
import { defined, gates } from '../../../src/model/index.ts';
import type { Flow, LoginRow, Refusal } from '../../../src/model/index.ts';
import { deciding, suspecting } from '../../support/standing.ts';
import { without } from '../../support/without.ts';

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

  it('answers each question about the same rows by itself, whatever was asked of them before', () => {
    const rows = [
      row('2', '2026-11-23T02:00:00.000Z', 'Restricted IP', 'Marketing Sync'),
      row('1', '2026-11-23T01:00:00.000Z', 'Invalid Password', 'Billing'),
    ];
    const billing = { app: 'Billing', sourceIps: [] };
    const earlier = '2026-11-23T01:00:00.000Z';
    const questions = [
      { ...asked, is: '2' },
      { ...asked, integration: billing, is: '1' },
      { ...asked, failedAt: earlier, is: '1' },
      { ...asked, refusals: [deciding('wrong-endpoint')], is: undefined },
    ];
    for (const { is, ...question } of [...questions, ...questions.toReversed()])
      expect(failingRow(rows, question)?.id).to.equal(is);
  });

  it('takes the nearer of two rows to the time that was given', () => {
    const rows = [
      row('2', '2026-11-23T02:01:00.000Z', 'Restricted IP'),
      row('1', '2026-11-23T01:59:30.000Z', 'Restricted IP'),
    ];
    expect(failingRow(rows, { ...asked, failedAt: '2026-11-23T02:00:00.000Z' })?.id).to.equal('1');
    expect(failingRow(rows, { ...asked, failedAt: '2026-11-23T02:00:40.000Z' })?.id).to.equal('2');
  });

  it('does not take a login of another flow for one that mended it; one of a flow that is not told may be', () => {
    const after = (failing: string | undefined, well: string | undefined) =>
      failingRow(
        [
          { ...row('2', '2026-11-23T02:00:00.000Z', 'Success'), ...defined({ loginSubType: well }) },
          { ...row('1', '2026-11-23T01:00:00.000Z', 'Restricted IP'), ...defined({ loginSubType: failing }) },
        ],
        asked,
      )?.id;
    expect(after('OauthRefreshToken', 'OauthClientCredentials')).to.equal('1');
    expect(after('OauthRefreshToken', 'OauthRefreshToken')).to.equal(undefined);
    expect(after('OauthRefreshToken', undefined)).to.equal(undefined);
    expect(after(undefined, 'OauthRefreshToken')).to.equal(undefined);
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

  it('a row answers for the time given up to a minute and a half before and after', () => {
    const failedAt = '2026-11-23T01:00:00.000Z';
    const answers = (at: string) => failingRow([row('1', at, 'Restricted IP')], { ...asked, failedAt })?.id;
    expect(['2026-11-23T00:58:30.000Z', '2026-11-23T01:01:30.000Z'].map(answers)).to.deep.equal(['1', '1']);
    expect(['2026-11-23T00:58:29.999Z', '2026-11-23T01:01:30.001Z'].map(answers)).to.deep.equal([undefined, undefined]);
  });

  it('finds none where the minute given has no failed row', () => {
    const rows = [row('2', '2026-11-23T02:00:00.000Z', 'Restricted IP')];
    const earlier = { ...asked, failedAt: '2026-11-23T01:00:00.000Z' };
    expect(failingRow(rows, earlier)).to.equal(undefined);
    expect(failingRow(rows, { ...earlier, refusals: [suspecting('wrong-endpoint')] })).to.equal(undefined);
    expect(otherFailure(rows, earlier), 'nobody has a text of it').to.equal(undefined);
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

  it('takes a row that nobody knows only within the hour beside a text, and at any age where it is the newest and there is none', () => {
    const rows = [row('1', '2026-11-23T01:00:00.000Z', 'Odd')];
    const refusals = [suspecting('user-frozen')];
    expect(failingRow(rows, { ...asked, refusals })).to.equal(undefined);
    expect(failingRow(rows, { ...asked, refusals, now: '2026-11-23T01:59:00.000Z' })?.id).to.equal('1');
    expect(failingRow([row('1', '2026-11-02T01:00:00.000Z', 'Odd')], asked)?.id).to.equal('1');
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
    const then = { ...asked, failedAt: '2026-11-23T02:29:00.000Z' };
    expect(failingRow(rows, { ...then, refusals })).to.equal(undefined);
    const open = [suspecting('wrong-endpoint', 'user-inactive')];
    expect(failingRow(rows, { ...then, refusals: open })?.id, 'it may have come so far').to.equal('1');
    const same = rows.map((one) => ({ ...one, suspects: ['wrong-endpoint'] as const }));
    expect(failingRow(same, { ...asked, refusals })?.id).to.equal('1');
  });

  it('knows the causes that come before the user by their gates', () => {
    const gateOf = (id: string) => causes.find((cause) => cause.id === id)?.gate;
    const before = gates.slice(0, gates.indexOf('user'));
    for (const id of beforeUser) expect(before, id).to.include(gateOf(id));
    for (const { id, gate } of causes) if (gate === 'host') expect(beforeUser).to.include(id);
  });

  describe('beside a text', () => {
    const pointing = (id: string, at: string, overrides: Partial<LoginRow> = {}): LoginRow => ({
      ...row(id, at, 'User Is Frozen'),
      decides: 'user-frozen',
      ...overrides,
    });
    const refusals = [suspecting('user-frozen', 'login-hours')];

    it('a row that can mean the same answers whatever its age, while nothing of its app went well since', () => {
      const rows = [
        row('2', '2026-11-22T02:00:00.000Z', 'Success', 'Billing'),
        pointing('1', '2026-11-02T02:00:00.000Z'),
      ];
      expect(failingRow(rows, { ...asked, refusals })?.id).to.equal('1');
      expect(answerTo(rows, { ...asked, refusals })?.wellAgain).to.equal(undefined);
    });

    it('one that went well again is looked for within a day, and the login that went well is told', () => {
      const well = row('2', '2026-11-22T03:00:00.000Z', 'Success');
      const rows = [well, pointing('1', '2026-11-22T02:30:00.000Z')];
      expect(answerTo(rows, { ...asked, refusals })).to.deep.equal({ row: rows[1], wellAgain: well });
      expect(answerTo(rows, { ...asked, refusals, now: '2026-11-23T02:30:00.001Z' })).to.equal(undefined);
      expect(answerTo(rows, asked), 'nobody speaks of a failure').to.equal(undefined);
    });

    it('a text that has another cause is not overruled: what fails now is told beside it', () => {
      const rows = [pointing('1', '2026-11-23T02:29:00.000Z')];
      const other = { ...asked, refusals: [deciding('user-inactive')] };
      expect(failingRow(rows, other)).to.equal(undefined);
      expect(otherFailure(rows, other)?.id).to.equal('1');
      expect(otherFailure(rows, { ...asked, refusals }), 'it answers').to.equal(undefined);
      expect(otherFailure([], other), 'there is no row').to.equal(undefined);
    });

    it('the newest row is another failure where the row that answers cannot mean it, though the text could', () => {
      const [older, last] = ['2026-11-23T01:00:00.000Z', '2026-11-23T02:00:00.000Z'];
      const rows: LoginRow[] = [
        { ...row('2', last, 'Restricted IP'), decides: 'ip-restricted' },
        { ...row('1', older, 'User Is Frozen'), decides: 'user-frozen' },
      ];
      const open = { ...asked, failedAt: older, refusals: [suspecting('user-frozen', 'ip-restricted')] };
      expect(failingRow(rows, open)?.id).to.equal('1');
      expect(otherFailure(rows, open)?.id).to.equal('2');
    });

    it('a text that only leaves other causes open gives way to a young row, and to no old one', () => {
      const rows = [pointing('1', '2026-11-23T01:30:00.000Z')];
      const open = { ...asked, refusals: [suspecting('user-inactive')] };
      expect(failingRow(rows, open)?.id).to.equal('1');
      expect(failingRow(rows, { ...open, now: '2026-11-23T02:30:00.001Z' })).to.equal(undefined);
    });

    it('to a young row gives way a text of which one reading comes after the user, and none that decides anything', () => {
      const rows = [pointing('1', '2026-11-23T01:30:00.000Z')];
      const by = (...refusals: readonly Refusal[]) => failingRow(rows, { ...asked, refusals })?.id;
      expect(by(suspecting('user-inactive', 'wrong-endpoint'))).to.equal('1');
      expect(by(suspecting('user-inactive'), deciding('user-inactive'))).to.equal(undefined);
    });

    it('to a young row gives way a text only where every row that tells an app tells the same', () => {
      const beside = (other: LoginRow) =>
        failingRow([pointing('1', '2026-11-23T01:30:00.000Z'), other], {
          ...asked,
          refusals: [suspecting('user-inactive')],
        })?.id;
      const earlier = row('0', '2026-11-23T01:00:00.000Z', 'Success');
      expect(beside(earlier)).to.equal('1');
      expect(beside({ ...earlier, application: 'MARKETING SYNC' })).to.equal('1');
      expect(beside(without(earlier, 'application'))).to.equal('1');
      expect(beside({ ...earlier, application: 'Billing' })).to.equal(undefined);
    });
  });

  it('a login that went well, of an app that is not told, may be that of the one that failed', () => {
    const [well, failed] = [
      row('2', '2026-11-23T02:00:00.000Z', 'Success'),
      row('1', '2026-11-23T01:00:00.000Z', 'Restricted IP'),
    ];
    expect(failingRow([well, without(failed, 'application')], asked)).to.equal(undefined);
    expect(failingRow([without(well, 'application'), failed], asked)).to.equal(undefined);
    expect(failingRow([{ ...well, application: 'Billing' }, failed], asked)?.id).to.equal('1');
  });

  it('finds what fails from one address, while the others go well', () => {
    const rows = [
      row('3', '2026-11-23T02:00:00.000Z', 'Success'),
      { ...row('2', '2026-11-23T01:00:00.000Z', 'Restricted IP'), sourceIp: '192.0.2.99' },
      row('1', '2026-11-23T00:00:00.000Z', 'Success'),
    ].map((one) => ({ sourceIp: '203.0.113.7', ...one }));
    expect(failingRow(rows, asked)?.id).to.equal('2');
    const from = (...sourceIps: readonly string[]) => failingRow(rows, { ...asked, integration: { sourceIps } })?.id;
    expect(from('203.0.113.7'), 'not from the address that was given').to.equal(undefined);
    expect(from('203.0.113.7', '192.0.2.1'), 'nor from those').to.equal(undefined);
    expect(from('192.0.2.1'), 'no row is of it').to.equal('2');
  });

  it('where nothing was pasted, a job that runs once a week is found beside another app that goes well', () => {
    const rows = [
      row('2', '2026-11-23T02:00:00.000Z', 'Success', 'Billing'),
      row('1', '2026-11-15T02:30:00.000Z', 'Restricted IP'),
    ];
    expect(failingRow(rows, asked)?.id).to.equal('1');
    expect(failingRow(rows, { ...asked, now: '2026-11-23T02:30:00.001Z' })).to.equal(undefined);
  });

  it('takes no row whose sub-type tells another flow', () => {
    const rows = [{ ...row('1', '2026-11-23T02:00:00.000Z', 'Restricted IP'), loginSubType: 'OauthWebServer' }];
    const by = (flow: Flow) => failingRow(rows, { ...asked, integration: { flow, sourceIps: [] } })?.id;
    expect([by('web'), by('refresh-token'), by('jwt')]).to.deep.equal(['1', undefined, undefined]);
    const label = [{ ...rows[0]!, loginSubType: 'OAuth Refresh Token for Hybrid Apps' }];
    expect(failingRow(label, { ...asked, integration: { flow: 'web', sourceIps: [] } })?.id).to.equal('1');
  });

  it('leaves out what a person did at the login page, where neither app nor flow is known', () => {
    const rows = [
      row('2', '2026-11-23T02:00:00.000Z', 'Invalid Password', 'Browser'),
      row('1', '2026-11-23T01:00:00.000Z', 'Restricted IP'),
    ];
    expect(failingRow(rows, asked)?.id).to.equal('1');
    expect(failingRow(rows.slice(0, 1), asked)?.id, 'there is nothing else').to.equal('2');
  });
});
