import type { Diagnosis } from '../../../src/model/index.ts';
import { certLater, found, notPreauthorized } from './found.ts';
import { undecided } from './undecided.ts';

/** A text that nothing knows, and nothing else to go by. */
const unknownText: Diagnosis = {
  schemaVersion: 1,
  outcome: 'inconclusive',
  integration: { username: 'integration.marketing@acme.com', sourceIps: [] },
  absent: [],
  refusals: [
    {
      channel: 'unknown',
      origin: 'text',
      text: 'ERR_FLUX_CAPACITOR: not enough plutonium\n  at Delorean.start (delorean.js:88)',
      line: 1,
      count: 1,
      suspects: [],
    },
  ],
  findings: [],
  changes: [],
  ruledOut: [],
  blindSpots: [
    {
      fact: 'loginHost',
      why: 'unreachable',
      text: 'We could not reach the place that tells the login host.',
      causes: ['wrong-endpoint'],
    },
    {
      fact: 'clockSkew',
      why: 'unreachable',
      text: 'We could not reach the place that tells the clock.',
      causes: [],
    },
  ],
  cost: { orgRoundTrips: 1, requests: 1, milliseconds: 61_400 },
};

/** A token was granted, and one thing will break. */
const healthy: Diagnosis = {
  ...found,
  outcome: 'healthy',
  refusals: [],
  findings: [certLater],
  changes: [],
  ruledOut: ['user-frozen', 'user-inactive', 'wrong-endpoint'],
  blindSpots: [],
};

/** The failure passes by itself. */
const transient: Diagnosis = {
  ...found,
  outcome: 'transient',
  findings: [
    {
      ...notPreauthorized,
      cause: 'app-not-found-or-propagating',
      gate: 'app',
      title: 'The app was changed a moment ago.',
      meaning: 'A change of an app takes up to ten minutes to reach every server.',
      signs: [],
      remedies: [{ id: 'wait', who: 'nobody', effect: 'waits', title: 'Wait ten minutes.', steps: [] }],
    },
  ],
  changes: [],
};

/** Whole diagnoses as literals, one a situation that a screen must tell. */
export const cases = { found, undecided, unknownText, healthy, transient };
