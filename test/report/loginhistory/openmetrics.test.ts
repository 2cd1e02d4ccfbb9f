import { expect } from 'chai';
import type { LoginFailures } from '../../../src/model/index.ts';
import { failuresIn } from '../../support/written.ts';
import { cases } from './cases.ts';
import { parseMetrics } from './exposition.ts';

const metrics = (result: LoginFailures, exitCode = 3): string => failuresIn(result, exitCode).openmetrics;

describe('failed logins: OpenMetrics', () => {
  for (const [name, result] of Object.entries(cases)) {
    it(`${name}: is valid exposition text, in the old format and the new`, () => {
      expect(() => parseMetrics(metrics(result))).not.to.throw();
    });
  }

  it('a length of time is not rounded to what a float holds of two points in time', () => {
    const window = { from: '2026-11-20T12:00:00Z', to: '2026-11-20T12:00:01.001Z' };
    const value = parseMetrics(metrics({ ...cases.alarm, window }));
    expect(value('salesforce_login_window_seconds', { org: '00DHn00010001DzMAI', alias: 'prod' })).to.equal(1.001);
  });

  it('says the numbers of the result', () => {
    const value = parseMetrics(metrics(cases.alarm));
    const org = { org: '00DHn00010001DzMAI', alias: 'prod' };
    expect(value('salesforce_login_rows', { ...org, result: 'failure' })).to.equal(1244);
    expect(value('salesforce_login_rows', { ...org, result: 'success' })).to.equal(2792);
    expect(value('salesforce_login_failures', { ...org, cause: 'user-frozen', status: 'User Is Frozen' })).to.equal(
      1240,
    );
    expect(value('salesforce_login_failures', { ...org, cause: '', status: 'Failed: Nobody has seen this' })).to.equal(
      3,
    );
    expect(value('salesforce_login_threshold_exceeded', org)).to.equal(1);
    expect(value('salesforce_login_threshold_highest_failures', org)).to.equal(180);
    expect(value('salesforce_login_storms', org)).to.equal(1);
    expect(value('salesforce_login_silent_integrations', org)).to.equal(1);
    expect(value('salesforce_login_complete', org)).to.equal(1);
    expect(value('salesforce_login_exit_code', org)).to.equal(3);
    expect(value('salesforce_login_window_seconds', org)).to.equal(86_400);
  });

  it('says that not everything was seen', () => {
    expect(
      parseMetrics(metrics(cases.blind, 4))('salesforce_login_complete', { org: '00DHn00010001DzMAI', alias: 'prod' }),
    ).to.equal(0);
  });

  it('takes any status as a label', () => {
    const status = 'Failed: "quoted" \\ back\nline';
    const [first] = cases.alarm.statuses;
    const value = parseMetrics(metrics({ ...cases.alarm, statuses: [{ ...first!, status }] }));
    const labels = { org: '00DHn00010001DzMAI', alias: 'prod', cause: 'user-frozen', status };
    expect(value('salesforce_login_failures', labels)).to.equal(1240);
  });

  it('the validator refuses what is wrong', () => {
    const good = metrics(cases.alarm);
    const wrong = [
      good.replace('# EOF\n', ''),
      good.replaceAll('gauge', 'info'),
      good.replace('salesforce_login_storms{', 'salesforce_login_storms {'),
      good.replace('"} 1240', '"} many'),
      good.replace('result="success"', 'result="failure"'),
      good.replace('# TYPE salesforce_login_storms gauge\n', ''),
      `${good}salesforce_login_storms 1\n`,
    ];
    for (const text of wrong) expect(() => parseMetrics(text), text.slice(-200)).to.throw();
  });
});
