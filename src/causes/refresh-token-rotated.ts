import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { refreshedShortlyBefore, refreshes, wasRefused } from '../clues/refresh.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'refresh-token-rotated';

export default cause({
  id,
  gate: 'token',
  blocks: true,
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'refresh-token', 'web', 'device'),
    clue('rotation', ['integration', 'refusals', 'appOauth'], (facts) => {
      const rotation = facts.appOauth?.refreshTokenRotation;
      if (rotation === false) return rulesOut();
      return rotation === true && refreshes(facts) && wasRefused(facts) ? suggests() : undefined;
    }),
    clue(
      'used-just-before',
      ['integration', 'refusals', 'appOauth', 'app', 'loginRows', 'failedAt', 'now'],
      (facts) => {
        if (facts.app === undefined || !refreshes(facts) || !wasRefused(facts)) return undefined;
        const row = refreshedShortlyBefore(facts.loginRows, facts.app.name, facts.failedAt ?? facts.now);
        return facts.appOauth?.refreshTokenRotation === true && row !== undefined ? proves({ at: row.at }) : undefined;
      },
    ),
  ],
  actions: ['changeApplicationRefreshTokenRotationEnabled'],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    { id: 'keep-the-newest', who: 'developer', effect: 'changes-client' },
    {
      id: 'turn-rotation-off',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
