import { expect } from 'chai';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { failuresBrief, failuresScreen } from '../../../src/report/loginhistory/index.ts';
import type { LoginFailures } from '../../../src/model/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import { lookAt, withOrg, type Looking } from '../support/org.ts';

const day = 24 * 3600_000;
const words = loadWords();

const fill = ({ stage: { org, clock } }: Started): void => {
  org.eventLog = 'Daily';
  // The file of yesterday comes hours after midnight.
  const logged = Math.floor(clock.now() / day) * day - 2 * day;
  const stray = { uri: '/services/oauth2/token', loginType: 'i', sourceIp: '203.0.113.99' };
  for (const hour of [1, 2, 3])
    org.strayLogins.push({ ...stray, at: logged + hour * 3600_000, status: 'LOGIN_OAUTH_NO_CONSUMER' });
  org.strayLogins.push({
    ...stray,
    at: logged + 4 * 3600_000,
    status: 'LOGIN_ERROR_INVALID_USERNAME',
    username: 'my-secret-password@acme.com',
  });
};

const see = async (prepare: (started: Started) => void, asked: Looking, deny: string[] = []) => {
  let result: Omit<LoginFailures, 'cost'> | undefined;
  await withOrg('healthy', { deny }, prepare, async (started) => {
    result = await lookAt(started, asked);
  });
  const whole: LoginFailures = {
    ...result!,
    cost: { orgRoundTrips: 0, requests: 0, apiCalls: 0, milliseconds: 0 },
  };
  return { eventLog: whole.eventLog, whole };
};

const threeDays: Looking = { since: { back: 3 * day } };

const screenOf = (result: LoginFailures): string =>
  failuresScreen(result, { width: 100, colour: false, words }).replaceAll(/\s+/gu, ' ');

describe('what Login History cannot hold, in failures of an org', function () {
  this.timeout(60_000);

  it('is told from the event log: how many, with which status, from where; and no name that was typed', async () => {
    const { eventLog, whole } = await see(fill, threeDays);
    expect(eventLog).to.deep.include({ state: 'seen', rows: 4 });
    expect(JSON.stringify(whole)).to.not.include('my-secret-password');
    expect(whole.totals.failures, 'Login History has none of them').to.equal(0);
    const screen = screenOf(whole);
    expect(screen).to.include('LOGIN_OAUTH_NO_CONSUMER (3)').and.include('203.0.113.99');
    expect(screen).to.include('Failures of no user of this org were seen from');
    const brief = failuresBrief(whole, {
      words,
      width: 80,
      colour: false,
      chart: false,
      reader: { now: whole.window.to },
      exit: { code: 0, meaning: '' },
    });
    expect(brief.replaceAll(/\s+/gu, ' ')).to.include('LOGIN_OAUTH_NO_CONSUMER');
  });

  it('is said not to be seen, in a line: no log of that time, no permission', async () => {
    const none = await see(() => undefined, threeDays);
    expect(none.eventLog).to.deep.equal({ state: 'unseen', why: 'not-recorded' });
    expect(screenOf(none.whole)).to.include('the org has no event log of this time yet');
    const blind = await see(fill, threeDays, ['ViewEventLogFiles', 'ViewAllData']);
    expect(blind.eventLog).to.deep.equal({ state: 'unseen', why: 'denied', permission: 'View Event Log Files' });
    expect(screenOf(blind.whole)).to.include('"View Event Log Files"');
  });

  it('is not looked for where a user is asked for', async () => {
    const { eventLog } = await see(fill, { ...threeDays, filters: { usernames: ['admin@acme.com'] } });
    expect(eventLog).to.equal(undefined);
  });
});
