import { defined, known, type Session } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { answerAt, looksAtItself, ofUser, type Question } from './question.ts';
import { records, text, time, whole, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';
import { sobject } from './documents.ts';

/** A session ends so many seconds after it was last touched. Source: object reference, AuthSession. */
const read = (row: Row): readonly Session[] => {
  const [createdAt, touched, seconds] = [time(row.CreatedDate), time(row.LastModifiedDate), whole(row.NumSecondsValid)];
  if (createdAt === undefined || touched === undefined || seconds === undefined) return [];
  const endsAt = new Date(Date.parse(touched) + seconds * 1000).toISOString();
  return [{ createdAt, endsAt, ...defined({ type: text(row.SessionType), sourceIp: text(row.SourceIp) }) }];
};

/** The user's live sessions: one that has ended has no row. */
export const sessions: Question<readonly Session[]> = {
  documents: [sobject('AuthSession', '2026-11-30')],
  after: ['rights', 'user'],
  ask: ofUser(({ id }) => ({
    send: [
      query(
        `SELECT CreatedDate, LastModifiedDate, NumSecondsValid, SessionType, SourceIp FROM AuthSession WHERE UsersId = ${quoted(id)} LIMIT 2000`,
      ),
    ],
  })),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: 'AuthSession',
      needs: looksAtItself(seen) ? [] : [['ManageUsers']],
    });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const rows = records(answer);
    return (rows.length === 0 ? blindTo(look) : undefined) ?? known(rows.flatMap(read), look.source);
  },
};
