import { aheadAt, hasCome } from '../clues/ahead.ts';
import { dayOf } from '../clues/calendar/index.ts';
import { otherOrg, workedLately } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'flow-blocked-org-wide';

const retirement = 'password-flows-retire';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'password'),
    clue(
      'org-switch',
      ['integration', 'oauthSettings', 'refusals', 'now'],
      ({ integration: { flow }, oauthSettings, refusals, now }) => {
        const blocked = oauthSettings.passwordFlowBlocked;
        if (blocked === undefined || (flow !== undefined && flow !== 'password')) return undefined;
        // Once the flow has retired, no switch of the org brings it back.
        if (!blocked) return hasCome(retirement, now) ? undefined : rulesOut();
        if (flow === 'password') return proves();
        return isNamed(refusals, id) ? suggests() : undefined;
      },
    ),
    clue('retirement', ['integration', 'now'], ({ integration, now }) =>
      integration.flow === 'password' ? aheadAt(retirement, now) : undefined,
    ),
    // It was put off before: that the day has come proves nothing of a login that nobody saw refused.
    clue('retired', ['integration', 'refusals', 'now'], ({ integration, refusals, now }) =>
      integration.flow === 'password' && hasCome(retirement, now) && isNamed(refusals, id)
        ? suggests({ on: dayOf(retirement) })
        : undefined,
    ),
    workedLately(),
    otherOrg(id),
  ],
  remedies: [
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
    { id: 'allow-flow', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/OauthOidcSettings/home' },
  ],
});
