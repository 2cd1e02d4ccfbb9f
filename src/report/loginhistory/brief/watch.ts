import type { LoginFailures, LoginRate, Storm, StormAhead } from '../../../model/index.ts';
import { part, sentence } from '../../brief/part.ts';
import type { Part } from '../../brief/part.ts';
import { fromTo } from '../../brief/when.ts';
import { eventLogItems } from '../event-log.ts';
import { loginLine } from '../login.ts';
import { countOf, failures, figure } from '../numbers.ts';
import type { FailuresBrief } from './page.ts';
import { silent } from './verdict.ts';

const leadsTo = (ahead: StormAhead, { say }: FailuresBrief): readonly string[] => {
  if (ahead.kind === 'lockout')
    return [say(`storm.lockout.${ahead.state}`, { wrong: figure(ahead.wrongPasswords), limit: ahead.limit })];
  return ahead.state === 'below' ? [] : [say(`storm.hourly-limit.${ahead.state}`, { limit: figure(ahead.limit) })];
};

/** Undefined where it leads to nothing more than what the groups tell. */
const storm = (one: Storm, brief: FailuresBrief): string | undefined => {
  const leads = one.ahead.flatMap((ahead) => leadsTo(ahead, brief));
  if (leads.length === 0) return undefined;
  return [
    brief.say('storm', {
      login: loginLine(
        { ...(one.user === undefined ? {} : { user: one.user }), ...(one.app === undefined ? {} : { app: one.app }) },
        brief.also,
      ),
      rows: failures(brief.also, one.rows),
      when: fromTo(one.window, brief.reader),
    }),
    ...leads,
  ].join(' ');
};

/** So many of a kind stand on the screen. */
const most = 2;

const rate = (
  { user, window, rows, successes, limit, state }: LoginRate,
  { say, also, reader }: FailuresBrief,
): string =>
  say(`rate.${state}`, {
    user,
    rows: figure(rows),
    successes: countOf(also, 'successes', successes),
    when: fromTo(window, reader),
    limit: figure(limit),
  });

/** What is no alarm, and leads to one: retries that will lock a user, integrations that stopped. */
export const watch = (result: LoginFailures, brief: FailuresBrief): readonly Part[] => {
  const { say, width } = brief;
  const told = [
    ...result.storms.flatMap((one) => storm(one, brief) ?? []).slice(0, most),
    ...result.rates.slice(0, most).map((one) => rate(one, brief)),
    ...eventLogItems(result, brief.also),
    ...(result.outcome === 'alarm' ? [] : result.silences.slice(0, most).map((one) => silent(one, brief))),
  ];
  return told.flatMap((text, index) => part(4, sentence(index === 0 ? say('label.watch') : '', text, width)));
};
