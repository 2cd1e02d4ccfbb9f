import type { Speaker } from '../../src/model/index.ts';

/** A speaker that says ids. */
export const silent: Speaker = {
  cause: (id) => ({ title: id, meaning: '' }),
  sign: (id, clue, kind) => `${id} ${clue} ${kind}`,
  remedy: (_id, remedy) => ({ title: remedy, steps: [] }),
  enforced: ({ entry, on }) => `${entry} ${on}`,
  appChanged: (app) => `${app} changed`,
  gate: (gate) => gate,
  nothingSeen: () => 'nothing seen',
  noOrg: () => 'no org',
  risk: (risk) => risk,
  blindSpot: ({ fact, why }) => `${fact} ${why}`,
  broken: (cause, clue) => `${cause} ${clue} broken`,
  notOurs: () => undefined,
  ofApps: (sentence) => sentence,
};
