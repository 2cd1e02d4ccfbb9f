import original from './app-wrong-consumer-key.ts';
import type { Scenario } from './scenario.ts';

const day = 24 * 3600 * 1000;

/** A key that nobody knows names no user: only the event log of the day before yesterday holds a failure of it. */
const scenario: Scenario = {
  ...original,
  id: 'app-wrong-consumer-key.event-log',
  title: 'The consumer key was mistyped on the new server, and the org writes event log files',
  span: 2 * day,
  prepare: ({ org, client }) => {
    org.eventLog = 'Daily';
    client.sourceIp = '203.0.113.77';
  },
  breaks: async (stage) => {
    await original.breaks?.(stage);
    await stage.logIn(stage.client);
  },
};

export default scenario;
