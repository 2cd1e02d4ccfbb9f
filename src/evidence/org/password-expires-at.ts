import { known, unknown } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { answerAt, type Question } from './question.ts';
import { records, time } from './rows.ts';
import { query } from './soql.ts';
import { ofWhoLogsIn } from './user.ts';
import { sobject } from './documents.ts';

/** A column of API 63 and later: in an older version the org does not tell. */
export const passwordExpiresAt: Question<string | undefined> = {
  documents: [sobject('User', '2026-11-30')],
  after: [],
  beside: ['userOfApp'],
  ask: ofWhoLogsIn((who) => [query(`SELECT PasswordExpirationDate FROM User WHERE ${who}`)]),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: 'User.PasswordExpirationDate',
      needs: [['ViewAllUsers', 'ManageUsers']],
      always: false,
    });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const row = records(answer)[0];
    if (row === undefined) return blindTo(look) ?? unknown('depends-on-unknown');
    return known(time(row.PasswordExpirationDate), look.source);
  },
};
