import { expect } from 'chai';
import { failuresScreen } from '../../../src/output/loginhistory.ts';
import { loadWords } from '../../../src/words/index.ts';
import { failuresIn } from '../../support/written.ts';
import { cases } from './cases.ts';

const user = 'integration.billing@acme.com';

describe('failed logins: whose successes eat the limit of an hour', () => {
  it('stands in every format', () => {
    const { openmetrics, ...others } = failuresIn(cases.alarm);
    for (const [format, text] of Object.entries(others)) expect(text, format).to.include(user);
    expect(openmetrics).to.match(/^salesforce_login_rate_limit_users\{[^}]*\} 1$/mu);
  });

  it('is to be watched where nothing failed and nothing rang', () => {
    const page = { words: loadWords(), width: 80, colour: false };
    const screen = (rates: typeof cases.alarm.rates): string =>
      failuresScreen({ ...cases.quiet, rates }, page, '2026-11-23T03:00:00Z').replaceAll(/\s+/gu, ' ');
    expect(screen(cases.alarm.rates)).to.include(`WATCH ${user} logs in often: 2,410 times in an hour`);
    expect(screen([])).to.not.include('WATCH');
  });
});
