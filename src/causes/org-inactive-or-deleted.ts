import { cause } from '../clues/cause.ts';
import { soonMs, span, wholeDays } from '../clues/times.ts';
import { isDecided } from '../clues/named.ts';
import { clue, foretells, rulesOut, sameId, suggests } from '../model/index.ts';

const id = 'org-inactive-or-deleted';

export default cause({
  id,
  gate: 'host',
  blocks: true,
  sources: ['salesforce-status', 'login-event-statuses'],
  clues: [
    // A suspended org, or one whose trial is over, still has its host.
    clue('host-answers', ['loginHost', 'organization', 'refusals'], ({ loginHost, organization, refusals }) =>
      sameId(loginHost.orgId ?? '', organization.id) && !isDecided(refusals, id)
        ? rulesOut({ org: organization.name })
        : undefined,
    ),
    clue('no-such-host', ['loginHost'], ({ loginHost: { kind, trouble, url } }) =>
      trouble === 'ENOTFOUND' && kind === 'my-domain' ? suggests({ url }) : undefined,
    ),
    // What the edge of Salesforce answers for a host without an org behind it.
    clue('no-org-behind', ['loginHost'], ({ loginHost: { status, url } }) =>
      status === 420 ? suggests({ url, status }) : undefined,
    ),
    clue('trial', ['organization', 'now'], ({ organization: { trialExpiresAt: on, name }, now }) => {
      // An org that still tells of itself has outlived a date that is past.
      if (on === undefined || span(now, on) > soonMs || span(now, on) <= 0) return undefined;
      return foretells(on, { on, org: name, days: wholeDays(now, on) });
    }),
  ],
  remedies: [
    { id: 'use-a-living-org', who: 'integration-owner', effect: 'changes-client' },
    { id: 'ask-salesforce', who: 'salesforce', effect: 'grants-access' },
  ],
});
