import { anotherProfile } from '../clues/another-profile.ts';
import { cause } from '../clues/cause.ts';
import { clockText, hoursText, isNeverShut, isOpen, isShutEverywhere, localIn } from '../clues/hours.ts';
import { isDated, momentNeeds, momentOfFailure } from '../clues/moment.ts';
import { clue, proves, rulesOut, suggests } from '../model/index.ts';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export default cause({
  id: 'login-hours',
  gate: 'login-hours',
  blocks: true,
  recorded: 'by-password',
  sources: ['security-and-the-api', 'login-event-statuses'],
  clues: [
    clue('never-shut', ['loginHours'], ({ loginHours }) => (isNeverShut(loginHours) ? rulesOut() : undefined)),
    // The zone of the hours is the org's default on the day they were first set, and cannot be read: proof only where no zone opens.
    clue('shut-everywhere', ['loginHours', 'failedAt'], ({ loginHours, failedAt: at }) =>
      at !== undefined && isShutEverywhere(loginHours, at) ? proves({ at }) : undefined,
    ),
    clue('shut-then', ['loginHours', ...momentNeeds], ({ loginHours, ...seen }) => {
      const at = momentOfFailure(seen);
      if (seen.failedAt !== undefined || !isShutEverywhere(loginHours, at)) return undefined;
      return isDated(seen) ? proves({ at }) : suggests({ at });
    }),
    clue('shut-by-org-time', ['loginHours', 'organization', ...momentNeeds], (facts) => {
      const at = momentOfFailure(facts);
      const zone = facts.organization.timeZone;
      const local = zone === undefined ? undefined : localIn(zone, at);
      if (zone === undefined || local === undefined) return undefined;
      if (isOpen(facts.loginHours, local) || isShutEverywhere(facts.loginHours, at)) return undefined;
      const { day, minute } = local;
      return suggests({ zone, day: capital(day), time: clockText(minute), open: hoursText(facts.loginHours, day) });
    }),
  ],
  actions: ['profileLoginHoursChangedStandard', 'profileLoginHoursChangedCustom', ...anotherProfile],
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
