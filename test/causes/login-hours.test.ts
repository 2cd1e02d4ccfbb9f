import { expect } from 'chai';
import loginHours from '../../src/causes/login-hours.ts';
import type { LoginHours } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';

const shut = { start: 0, end: 0 };
const office = { start: 8 * 60, end: 18 * 60 };
const weekdays: LoginHours = {
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
  friday: office,
  saturday: shut,
  sunday: shut,
};
const never: LoginHours = { ...weekdays, monday: shut, tuesday: shut, wednesday: shut, thursday: shut, friday: shut };
const { organization } = healthy;
const loginRows = healthy.loginRows;

describe('login-hours', () => {
  it('is ruled out where there are none, and where every day is whole', () => {
    expect(standing(loginHours, { loginHours: {} }).standing).to.equal('ruled-out');
    expect(standing(loginHours, { loginHours: { monday: { start: 0, end: 1440 } } }).standing).to.equal('ruled-out');
  });

  it('says nothing while it is open in the zone of the org', () => {
    const facts = { loginHours: weekdays, organization, loginRows, failedAt: '2026-11-18T19:00:00Z' };
    expect(standing(loginHours, facts).said).to.deep.equal({});
  });

  it('is only suspected where another zone would be open: the zone of the hours cannot be read', () => {
    const night = standing(loginHours, {
      loginHours: weekdays,
      organization,
      loginRows,
      failedAt: '2026-11-18T11:30:00Z',
    });
    expect(night.standing).to.equal('suspected');
    expect(night.sentences[0]).to.include('Wednesday, 03:30').and.include('08:00 to 18:00');
  });

  it('is proved where no zone is open', () => {
    expect(standing(loginHours, { loginHours: never, organization, loginRows }).said).to.deep.equal({
      'shut-then': 'proves',
    });
    const failedAt = '2026-11-18T11:30:00Z';
    expect(standing(loginHours, { loginHours: never, failedAt }).said).to.deep.equal({ 'shut-everywhere': 'proves' });
  });

  it('goes by the moment of the failing row, not by now', () => {
    const rows = [row('2026-11-20T20:00:00Z', { success: false, status: 'Invalid Password' })];
    const sunday = { loginHours: weekdays, organization, loginRows: rows, now: '2026-11-22T12:00:00Z' };
    expect(standing(loginHours, sunday).said).to.deep.equal({});
  });

  it('is only suspected by the hours of now where the text may be of any day', () => {
    const facts = { loginHours: never, organization, loginRows, refusals: [suspecting('user-frozen')] };
    expect(standing(loginHours, facts).said).to.deep.equal({ 'shut-then': 'suggests' });
  });

  it('makes nothing of a time zone that it does not know', () => {
    const lost = { ...organization, timeZone: 'Nowhere/Land' };
    const facts = { loginHours: weekdays, organization: lost, loginRows, failedAt: '2026-11-18T11:30:00Z' };
    expect(standing(loginHours, facts).said).to.deep.equal({});
  });
});
