import { cause } from '../clues/cause.ts';
import { momentNeeds, momentOfFailure } from '../clues/moment.ts';
import { isRefreshRow, refreshedShortlyBefore, refreshes, wasRefused } from '../clues/refresh.ts';
import { ownRows } from '../clues/own-rows.ts';
import type { AddressFacts } from '../clues/source-address.ts';
import { span } from '../clues/times.ts';
import { clue, notes, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'refresh-token-rotated';

/** A client that tries again and again is refused long after the refresh that spent its token: the first of these refusals counts. */
const firstRefusal = (seen: AddressFacts): string => {
  const moment = momentOfFailure(seen);
  const until = ownRows(seen).filter((row) => isRefreshRow(row) && span(row.at, moment) >= 0);
  const worked = until.findIndex(({ success }) => success);
  return (worked === -1 ? until : until.slice(0, worked)).at(-1)?.at ?? moment;
};

export default cause({
  id,
  gate: 'refresh-token',
  blocks: true,
  flows: ['refresh-token', 'web', 'device'],
  sources: ['refresh-token-flow', 'parallel-refresh'],
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    clue('rotation', ['integration', 'refusals', 'appOauth'], (facts) => {
      const rotation = facts.appOauth?.refreshTokenRotation;
      if (rotation === false) return rulesOut();
      return rotation === true && refreshes(facts) && wasRefused(facts) ? suggests() : undefined;
    }),
    clue('used-just-before', [...momentNeeds, 'appOauth', 'app', 'grants'], (facts) => {
      const { app, appOauth, loginRows, grants } = facts;
      if (app === undefined || appOauth?.refreshTokenRotation !== true) return undefined;
      if (!refreshes(facts) || !wasRefused(facts)) return undefined;
      const row = refreshedShortlyBefore(loginRows, app.name, firstRefusal(facts));
      if (row === undefined) return undefined;
      // A token that is sent twice ends the grant. One that lives may be another client's, refreshed at this very moment.
      const seen = { at: row.at, count: grants.length };
      return grants.length === 0 ? proves(seen) : suggests(seen);
    }),
    clue('rotates', ['appOauth'], ({ appOauth }) => (appOauth?.refreshTokenRotation === true ? notes() : undefined)),
  ],
  actions: ['changeApplicationRefreshTokenRotationEnabled'],
  remedies: [
    { id: 'keep-the-newest', who: 'developer', effect: 'changes-client' },
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'turn-rotation-off',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
