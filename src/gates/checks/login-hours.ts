import { clockText, hoursText, isNeverShut, isOpen, isShutEverywhere, localIn } from '../../clues/hours.ts';
import { check, closed, notSeen, open, unseen } from '../check.ts';
import type { GateRule } from '../gate.ts';
import { isRunAs, runAsName } from '../subject.ts';

/** The zone of the hours is the org's default on the day on which they were first set, and cannot be read: a shut gate is proved only where no zone opens it. */
const hours = check('hours', { also: ['loginHours', 'organization', 'app'] }, (facts) => {
  const { integration, now } = facts;
  if (isRunAs(facts))
    return notSeen('run-as', { username: runAsName(integration, facts.app) ?? '' }, { cure: '--username' });
  const { loginHours } = facts;
  if (loginHours === undefined) return unseen('loginHours');
  if (isNeverShut(loginHours)) return open('never-shut');
  if (isShutEverywhere(loginHours, now)) return closed('login-hours', 'shut', { at: now });
  const { organization } = facts;
  if (organization === undefined) return unseen('organization');
  const zone = organization.timeZone;
  const local = zone === undefined ? undefined : localIn(zone, now);
  if (zone === undefined || local === undefined) return notSeen('no-zone');
  const values = { zone, day: local.day, time: clockText(local.minute), open: hoursText(loginHours, local.day) };
  return isOpen(loginHours, local) ? open('open', values) : notSeen('maybe-shut', values);
});

/** May the user log in at this hour? */
export const loginHours: GateRule = { id: 'login-hours', checks: [hours] };
