import { defined, known, type UserLogin } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { answerAt, ofUser, type Question } from './question.ts';
import { needed, records, time, truth } from './rows.ts';
import { query, quoted } from './soql.ts';
import { sobject } from './documents.ts';

/** Frozen, locked. Without Manage Users the row is missing; with it too, not every user has one. */
export const userLogin: Question<UserLogin | undefined> = {
  documents: [sobject('UserLogin', '2026-11-30')],
  after: ['rights', 'user'],
  ask: ofUser(({ id }) => ({
    send: [query(`SELECT IsFrozen, IsPasswordLocked, LastModifiedDate FROM UserLogin WHERE UserId = ${quoted(id)}`)],
  })),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'UserLogin', needs: [['ManageUsers']] });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const row = records(answer)[0];
    if (row === undefined) return blindTo(look) ?? known(undefined, look.source);
    return known(
      {
        isFrozen: needed(truth(row.IsFrozen)),
        isPasswordLocked: needed(truth(row.IsPasswordLocked)),
        ...defined({ changedAt: time(row.LastModifiedDate) }),
      },
      look.source,
    );
  },
};
