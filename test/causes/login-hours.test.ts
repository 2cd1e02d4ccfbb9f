import { expect } from 'chai';
import loginHours from '../../src/causes/login-hours.ts';
import type { LoginHours } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing } from '../support/standing.ts';

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

describe('login-hours', () => {
  it('is ruled out where there are none, and where every day is whole', () => {
    expect(standing(loginHours, { loginHours: {} }).standing).to.equal('ruled-out');
    expect(standing(loginHours, { loginHours: { monday: { start: 0, end: 1440 } } }).standing).to.equal('ruled-out');
  });

  it('says nothing while it is open in the zone of the org', () => {
    const facts = { loginHours: weekdays, organization, failedAt: '2026-11-18T19:00:00Z' };
    expect(standing(loginHours, facts).said).to.deep.equal({});
  });

  it('is only suspected where another zone would be open: the zone of the hours cannot be read', () => {
    const night = standing(loginHours, { loginHours: weekdays, organization, failedAt: '2026-11-18T11:30:00Z' });
    expect(night.standing).to.equal('suspected');
    expect(night.sentences[0]).to.include('wednesday, 03:30').and.include('08:00 to 18:00');
  });

  it('is proved where no zone is open', () => {
    expect(standing(loginHours, { loginHours: never, organization }).said).to.deep.equal({
      'shut-everywhere': 'proves',
    });
  });

  it('makes nothing of a time zone that it does not know', () => {
    const lost = { ...organization, timeZone: 'Nowhere/Land' };
    const facts = { loginHours: weekdays, organization: lost, failedAt: '2026-11-18T11:30:00Z' };
    expect(standing(loginHours, facts).said).to.deep.equal({});
  });
});
