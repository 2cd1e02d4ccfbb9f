import { otherOrg, workedLately } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { span } from '../clues/times.ts';
import { cause, clue, foretells, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'flow-blocked-org-wide';

/** When Salesforce retires the username-password flow everywhere (release notes, "unpw flow retirement"). */
const retiredOn = '2027-02-20T00:00:00Z';

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
      ['integration', 'oauthSettings', 'refusals'],
      ({ integration: { flow }, oauthSettings, refusals }) => {
        const blocked = oauthSettings.passwordFlowBlocked;
        if (blocked === undefined || (flow !== undefined && flow !== 'password')) return undefined;
        if (!blocked) return rulesOut();
        if (flow === 'password') return proves();
        return isNamed(refusals, id) ? suggests() : undefined;
      },
    ),
    clue('retirement', ['integration', 'now'], ({ integration, now }) =>
      integration.flow === 'password' && span(now, retiredOn) > 0 ? foretells(retiredOn) : undefined,
    ),
    workedLately(),
    otherOrg(id),
  ],
  remedies: [
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
    { id: 'allow-flow', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/OauthOidcSettings/home' },
  ],
});
