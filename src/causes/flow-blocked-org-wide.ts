import { cause } from '../clues/cause.ts';
import { aheadAt, hasCome } from '../clues/ahead.ts';
import { dayOf } from '../clues/calendar/index.ts';
import { enforcedBy } from '../clues/enforced.ts';
import { otherOrg } from '../clues/doubts.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, rulesOut, suggests, untold } from '../model/index.ts';

const id = 'flow-blocked-org-wide';

const retirement = 'password-flows-retire';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  recorded: 'by-password',
  flows: ['password'],
  sources: ['password-flow-blocked', 'password-flow-retirement'],
  clues: [
    clue(
      'org-switch',
      ['integration', 'oauthSettings', 'refusals', 'now'],
      ({ integration: { flow }, oauthSettings, refusals, now }) => {
        const blocked = oauthSettings.passwordFlowBlocked;
        if (blocked === undefined) return undefined;
        // Once the flow has retired, no switch of the org brings it back; but it was put off before.
        if (!blocked) return hasCome(retirement, now) ? untold({ on: dayOf(retirement) }) : rulesOut();
        // Most orgs block it, and most logins go by another flow.
        return flow === undefined && !isNamed(refusals, id) ? undefined : proves();
      },
    ),
    clue('retirement', ['now'], ({ now }) => aheadAt(retirement, now)),
    // It was put off before: that the day has come proves nothing of a login that nobody saw refused.
    clue('retired', ['refusals', 'now'], ({ refusals, now }) =>
      hasCome(retirement, now) && isNamed(refusals, id)
        ? enforcedBy(retirement, suggests({ on: dayOf(retirement) }))
        : undefined,
    ),
    otherOrg(id),
  ],
  remedies: [
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
    { id: 'allow-flow', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/OauthOidcSettings/home' },
  ],
});
