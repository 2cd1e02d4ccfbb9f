import { dayMs, defined, known, minuteMs, unknown, type Change, type Integration } from '../../model/index.ts';
import { blindTo, lookAt, refused, whyNot } from '../denial.ts';
import { otherUser, userCalled } from './app-check/run-as.ts';
import { assignmentsOf, readAssignments } from './assignments.ts';
import type { OrgRequest } from '../org-wire.ts';
import { aboutOf, type Cast } from './audit-about.ts';
import { turningSoFar, type Turning } from './login-history.ts';
import { answerAt, apiVersion, appText, theUser, type Question, type Context } from './question.ts';
import { needed, records, rowOf, text, time, type Row } from './rows.ts';
import { query } from './soql.ts';
import { personIn } from './who.ts';
import { sobject } from './documents.ts';

/** A change may work late (a date, a cache), so we look a week further back than the last success. */
const marginBefore = 7 * dayMs;

/** How far back, where no success is known. */
const reach = 30 * dayMs;

/** What is read of an entry of the trail. */
export const trailColumns =
  'Id, CreatedDate, Action, Section, Display, DelegateUser, CreatedBy.Name, CreatedBy.Username';

const window = ({ lastSuccess, firstFailure }: Omit<Turning, 'beyond'>, { failedAt, now }: Context['asked']) => {
  const end = Date.parse(firstFailure ?? failedAt ?? now) + minuteMs;
  const start = lastSuccess === undefined ? end - reach : Date.parse(lastSuccess) - marginBefore;
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
};

/** So many of what was done since, the first of it: whoever cured the failure came soon after it. */
const sinceLimit = 500;

/** `wait`: the user's login rows tell the window, and are on their way. Where they come too late to ask again, all of it is read. */
const turningOf = (seen: Context): Omit<Turning, 'beyond'> | 'wait' => {
  const found = theUser(seen);
  if ('unknown' in found) return {};
  return turningSoFar(found.user.id, seen) ?? (seen.isLast() ? {} : 'wait');
};

/** Only CreatedDate and Action can be filtered, and new actions come with every release: the rest is done here. */
const entriesOf = (turning: Omit<Turning, 'beyond'>, { asked }: Context): readonly OrgRequest[] => {
  const { start, end } = window(turning, asked);
  const select = `SELECT ${trailColumns} FROM SetupAuditTrail WHERE CreatedDate`;
  return [
    query(`${select} >= ${start} AND CreatedDate <= ${end} ORDER BY CreatedDate DESC LIMIT 2000`),
    ...(end < asked.now ? [query(`${select} > ${end} ORDER BY CreatedDate LIMIT ${sinceLimit}`)] : []),
  ];
};

/** An app that is not there any more is told by the name that it had. */
const called = ({ app }: Integration): Cast['app'] => (app === undefined ? undefined : { name: app });

type Person = Pick<Cast, 'user' | 'profileName' | 'permissionSets'>;

/** The run-as user, where the login acts as that one and not as the one who was named: not all of it is known. */
const runAsCalled = (username: string, seen: Context): Person => {
  const row = records(answerAt(seen.answers([userCalled(username)]) ?? [], 0))[0];
  const user = { username, ...defined({ name: text(row?.Name), id: text(row?.Id) }) };
  return { user, profileName: undefined, permissionSets: undefined };
};

/** Who was named, or learnt. */
const theNamed = (seen: Context): Person => {
  const found = theUser(seen);
  const user = 'user' in found ? found.user : undefined;
  const username = seen.asked.integration.username ?? user?.username;
  const assigned = user && seen.answers([assignmentsOf(user.id, apiVersion(seen))])?.[0];
  return {
    user: username === undefined ? undefined : { username, ...defined({ name: user?.name, id: user?.id }) },
    profileName: user?.profileName,
    permissionSets: assigned && readAssignments(records(assigned))?.map(({ label }) => label),
  };
};

const castOf = (seen: Context): Cast => {
  const [listed, runAs] = [seen.fact('listed'), otherUser(seen)];
  return {
    ...(runAs === undefined ? theNamed(seen) : runAsCalled(runAs, seen)),
    app: (listed.state === 'known' ? listed.value : undefined) ?? called(seen.asked.integration),
  };
};

/** Who did it; behind a login-as, the one who was logged in. Rows of automated changes may have no user. */
const whoDid = (row: Row): string | undefined => {
  const delegate = text(row.DelegateUser);
  const username = text(rowOf(row.CreatedBy)?.Username);
  if (delegate !== undefined) return username === undefined ? delegate : `${delegate} (${username})`;
  return personIn(row.CreatedBy);
};

/** The entry as a change, where it bears on the login that `cast` describes. */
export const readChange = (row: Row, cast: Cast): readonly Change[] => {
  const entry = {
    action: text(row.Action) ?? '',
    section: text(row.Section),
    display: text(row.Display) ?? '',
    at: time(row.CreatedDate),
  };
  const about = aboutOf(entry, cast);
  if (about === undefined) return [];
  const { action } = entry;
  // Some actions come without a text of their own.
  const display = entry.display === '' ? action : entry.display;
  return [
    {
      at: needed(time(row.CreatedDate)),
      action,
      display,
      about,
      ...defined({ by: whoDid(row), section: entry.section }),
    },
  ];
};

/** What was changed that bears on the login. */
export const changes: Question<readonly Change[]> = {
  documents: [sobject('SetupAuditTrail', '2026-11-30')],
  after: ['rights', 'user', 'listed'],
  beside: ['loginRows', 'userPermissions'],
  ask: (seen) => {
    const { integration } = seen.asked;
    if (integration.username === undefined && appText(integration) === undefined)
      return unknown('not-asked', '--username');
    const all = entriesOf({}, seen);
    if (seen.answers(all) !== undefined) return { send: all };
    const turning = turningOf(seen);
    return turning === 'wait' ? 'wait' : { send: entriesOf(turning, seen) };
  },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'SetupAuditTrail', needs: [['ViewSetup']] });
    const answer = answerAt(answers, 0);
    // From Spring '27 on, the trail has a right of its own: refused in spite of View Setup means that one.
    const own = look.sight === 'whole' && !answer.ok && ['not-there', 'no-permission'].includes(whyNot(answer));
    if (!answer.ok)
      return refused(answer, own ? { ...look, sight: 'partial', permission: 'View Setup Audit Trail' } : look);
    const all = [...records(answerAt(answers, 1)).toReversed(), ...records(answer)];
    const rows = [...new Map(all.map((row) => [text(row.Id) ?? row, row])).values()];
    const blind = rows.length === 0 ? blindTo(look) : undefined;
    const cast = castOf(seen);
    return (
      blind ??
      known(
        rows.flatMap((row) => readChange(row, cast)),
        look.source,
      )
    );
  },
};
