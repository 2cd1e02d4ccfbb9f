import { expect } from 'chai';
import type { Alteration } from '../../src/model/index.ts';
import { tellOf } from '../../src/preview/tell.ts';
import { loadWords, speakOfPreview } from '../../src/words/index.ts';
import { judged, profile, told, type Given } from './support.ts';

const shut = { start: 0, end: 0 };
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const set = (setting: Alteration): readonly Alteration[] => [setting];

describe('What a change of login hours does to a login', () => {
  it('judges login hours at the hours at which it logs in', () => {
    const nightly = ['2026-11-22T02:00:00Z'];
    const hours = (day: 'sunday' | 'wednesday'): Alteration => ({
      set: 'login-hours',
      profile: profile.name,
      value: { [day]: shut },
    });
    expect(told(set(hours('wednesday')), { times: nightly })).to.equal('goes-on');
    const week = { sunday: shut, saturday: shut, monday: shut };
    const all: Alteration = { set: 'login-hours', profile: profile.name, value: week };
    expect(told(set(all), { times: nightly })).to.equal('refused login-hours');
    // The zone of the hours is not told: at the edge of a day it may be another day there.
    expect(told(set(hours('sunday')), { times: nightly })).to.equal('goes-on');
    expect(told(set(hours('sunday')), { times: ['2026-11-22T20:00:00Z'] })).to.equal('untold login-hours');
  });

  const from = (...days: readonly string[]): Alteration => ({
    set: 'login-hours',
    profile: profile.name,
    value: Object.fromEntries(days.map((day) => [day, shut])),
  });
  const weekend = { facts: { loginHours: { saturday: shut, sunday: shut } } };
  const friday = ['2026-11-27T12:00:00Z'];
  // Whoever looks may do so while nobody logs in.
  for (const now of ['2026-11-25T12:00:00Z', '2026-11-28T20:00:00Z', '2026-11-29T12:00:00Z']) {
    const given = { facts: { ...weekend.facts, now }, times: friday };
    it(`is judged when it logs in, not when somebody looks: ${now}`, () => {
      expect(told([], given)).to.equal('goes-on');
      expect(told(set(from('saturday', 'sunday', 'monday')), given)).to.equal('goes-on');
      expect(told(set(from('saturday', 'sunday', 'thursday', 'friday')), given)).to.equal('refused login-hours');
    });
  }

  it('works again at the hour at which it logged in', () => {
    const given = { facts: { loginHours: { thursday: shut, friday: shut, saturday: shut } }, times: friday };
    expect(told([], given)).to.equal('refused-already login-hours');
    expect(told(set(from()), given)).to.equal('works-again');
    const other = { ...given, times: ['2026-11-23T12:00:00Z'] };
    expect(told([], other)).to.equal('goes-on');
    expect(told(set(from()), other)).to.equal('goes-on');
  });

  const day = { from: '2026-11-25T00:00:00.000Z', to: '2026-11-25T23:59:59.999Z' };
  const vague = { times: [{ ...day, vague: true as const }] };
  const daily = (start: number, end: number): Alteration => ({
    set: 'login-hours',
    profile: profile.name,
    value: Object.fromEntries(weekdays.map((name) => [name, { start, end }])),
  });

  it('cannot be told where the time is not, unless all of it is open, or all is shut', () => {
    expect(told(set(from('sunday')), vague)).to.equal('goes-on');
    expect(told(set(daily(0, 0)), vague)).to.equal('refused login-hours');
    expect(told(set(daily(480, 1080)), vague)).to.equal('untold login-hours');
    // Ten minutes of the whole week, in no zone at a quarter of an hour.
    expect(told(set(daily(5, 1440)), { times: [{ ...day, vague: true }] })).to.equal('untold login-hours');
  });

  it('cannot be told where it logs in between two times that are open', () => {
    const noon = { times: [{ from: '2026-11-25T20:00:00Z', to: '2026-11-26T20:00:00Z' }] };
    expect(told(set(daily(480, 1080)), noon)).to.equal('untold login-hours');
    expect(told(set(from('sunday')), noon)).to.equal('goes-on');
  });

  it('is judged at every time of an hour', () => {
    const times = ['2026-11-25T16:10:00Z', '2026-11-25T16:40:00Z'];
    expect(told(set(daily(510, 1080)), { times: [times[1]!] })).to.equal('goes-on');
    expect(told(set(daily(510, 1080)), { times })).to.equal('untold login-hours');
  });

  it('cannot be told of whoever was not seen to log in', () => {
    expect(told(set(daily(480, 1080)), { times: [] })).to.equal('untold login-hours');
    expect(told(set(daily(0, 0)), { times: [] })).to.equal('refused login-hours');
    expect(told(set(daily(0, 1440)), { times: [] })).to.equal('goes-on');
  });

  it('cannot be told by the clock of another zone, but where the first hours are set, by that of the org', () => {
    const morning = { times: ['2026-11-25T17:00:00Z'] };
    expect(told(set(daily(480, 1080)), morning)).to.equal('goes-on');
    const facts = { loginHours: { sunday: shut } };
    expect(told(set(daily(480, 1080)), { ...morning, facts })).to.equal('untold login-hours');
    expect(told(set(from('sunday', 'saturday')), { ...morning, facts })).to.equal('goes-on');
  });

  it('says that it hangs on the time, or on the zone', () => {
    const said = (given: Given): readonly string[] =>
      tellOf(
        { user: 'a@acme.example', sourceIps: [], person: false, logins: 1 },
        judged(set(daily(480, 1080)), given),
        {
          speaker: speakOfPreview(loadWords()),
        },
      ).untold;
    expect(said(vague)[0]).to.match(/^At some of the times/u);
    expect(said({ times: ['2026-11-25T17:00:00Z'], facts: { loginHours: { sunday: shut } } })[0]).to.match(
      /time zones/u,
    );
  });

  it('goes on in hours that are as they were, though the time is not told', () => {
    const hours = Object.fromEntries(weekdays.map((name) => [name, { start: 480, end: 1080 }]));
    expect(told([], { facts: { loginHours: hours }, ...vague })).to.equal('goes-on');
  });
});
