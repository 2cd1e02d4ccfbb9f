import { clockText, hoursText, isNeverShut, isOpen, isShutEverywhere, localIn } from '../clues/hours.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

export default cause({
  id: 'login-hours',
  gate: 'hours',
  blocks: true,
  explains: [],
  clues: [
    said('login-hours'),
    inHistory('login-hours'),
    clue('never-shut', ['loginHours'], ({ loginHours }) => (isNeverShut(loginHours) ? rulesOut() : undefined)),
    // The zone of the hours is the org's default on the day they were first set, and cannot be read: proof only where no zone opens.
    clue('shut-everywhere', ['loginHours', 'failedAt', 'now'], ({ loginHours, failedAt, now }) => {
      const at = failedAt ?? now;
      return isShutEverywhere(loginHours, at) ? proves({ at }) : undefined;
    }),
    clue('shut-by-org-time', ['loginHours', 'organization', 'failedAt', 'now'], (facts) => {
      const at = facts.failedAt ?? facts.now;
      const zone = facts.organization.timeZone;
      const local = zone === undefined ? undefined : localIn(zone, at);
      if (zone === undefined || local === undefined) return undefined;
      if (isOpen(facts.loginHours, local) || isShutEverywhere(facts.loginHours, at)) return undefined;
      const { day, minute } = local;
      return suggests({ zone, day, time: clockText(minute), open: hoursText(facts.loginHours, day) });
    }),
  ],
  actions: ['profileLoginHoursChangedStandard', 'profileLoginHoursChangedCustom'],
  remedies: [
    {
      id: 'widen-hours',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/EnhancedProfiles/page?address=%2F{profileId}',
    },
    { id: 'move-schedule', who: 'integration-owner', effect: 'changes-client' },
  ],
});
