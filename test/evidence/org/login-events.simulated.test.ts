import { expect } from 'chai';
import { withScenario, gatherFor } from '../../support/gathered.ts';

describe('the event log of the simulated org', function () {
  this.timeout(60_000);
  it('is the only place that holds the failure of an unknown consumer key', () =>
    withScenario('app-wrong-consumer-key.event-log', {}, async (started) => {
      const { evidence, orgRoundTrips } = await gatherFor(started);
      expect(orgRoundTrips).to.be.at.most(3);
      const { loginRows, loginEvents } = evidence;
      expect(loginRows.state === 'known' && loginRows.value.every(({ success }) => success)).to.equal(true);
      const [event] = loginEvents.state === 'known' ? loginEvents.value : [];
      expect(event, JSON.stringify(loginEvents)).to.include({ status: 'LOGIN_OAUTH_NO_CONSUMER', by: 'source-ip' });
      expect(event?.suspects).to.include('app-wrong-consumer-key');
    }));
});
