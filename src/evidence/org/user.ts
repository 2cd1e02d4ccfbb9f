import { defined, known, unknown, type User } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import type { OrgRequest } from '../org-wire.ts';
import { answerAt, isNobodyNamed, runAsOf, type Question, type Context, type Turn } from './question.ts';
import { needed, records, rowOf, text, time, truth, whole, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';
import { sobject } from './documents.ts';

const columns =
  'Id, Username, Name, Email, IsActive, ProfileId, Profile.Name, Profile.UserLicense.Name, UserType, LastLoginDate, LastPasswordChangeDate, CreatedDate, LastModifiedDate';

const read = (row: Row, failedLogins: number | undefined): User => ({
  id: needed(text(row.Id)),
  username: needed(text(row.Username)),
  name: text(row.Name) ?? '',
  isActive: needed(truth(row.IsActive)),
  profileId: needed(text(row.ProfileId)),
  ...defined({
    email: text(row.Email),
    profileName: text(rowOf(row.Profile)?.Name),
    userType: text(row.UserType),
    userLicense: text(rowOf(rowOf(row.Profile)?.UserLicense)?.Name),
    failedLogins,
    lastLogin: row.LastLoginDate === undefined ? undefined : defined({ at: time(row.LastLoginDate) }),
    lastPasswordChangeAt: time(row.LastPasswordChangeDate),
    createdAt: time(row.CreatedDate),
    changedAt: time(row.LastModifiedDate),
  }),
});

const called = (username: string | undefined): string | undefined =>
  username === undefined ? undefined : `Username = ${quoted(username)}`;

/**
 * Who logs in, as a condition on User: the one who was named; where client credentials name nobody, the app's run-as user, once the app is
 * known; else, and until then, the one who comes by the app.
 */
const whoLogsIn = (seen: Context): string | undefined => {
  const { username } = seen.asked.integration;
  if (username !== undefined) return called(username);
  if (isNobodyNamed(seen) && seen.fact('app').state === 'known') return called(runAsOf(seen));
  const id = seen.fact('userOfApp');
  if (id.state !== 'known') return id.state === 'unknown' && id.reason === 'not-asked' ? undefined : 'wait';
  return id.value === undefined ? undefined : `Id = ${quoted(id.value)}`;
};

/** Asks about whoever that is. */
export const ofWhoLogsIn =
  (requests: (who: string) => readonly OrgRequest[]) =>
  (seen: Context): Turn<never> => {
    const who = whoLogsIn(seen);
    if (who === 'wait') return 'wait';
    return who === undefined ? unknown('not-asked', '--username') : { send: requests(who) };
  };

/** `NumberOfFailedLogins` needs Manage Users, so it goes apart: a column that may not be seen spoils its whole query. */
export const user: Question<User | undefined> = {
  documents: [sobject('User', '2026-11-30')],
  after: [],
  beside: ['userOfApp'],
  ask: ofWhoLogsIn((who) => [
    query(`SELECT ${columns} FROM User WHERE ${who}`),
    query(`SELECT NumberOfFailedLogins FROM User WHERE ${who}`),
  ]),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'User', needs: [['ViewAllUsers', 'ManageUsers']] });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const row = records(answer)[0];
    if (row === undefined) return blindTo(look) ?? known(undefined, look.source);
    return known(read(row, whole(records(answerAt(answers, 1))[0]?.NumberOfFailedLogins)), look.source);
  },
};
