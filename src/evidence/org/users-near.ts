import { defined, known, unknown, type NearUser } from '../../model/index.ts';
import { lookAt, refused } from '../denial.ts';
import { sobject } from './documents.ts';
import { answerAt, type Question } from './question.ts';
import { needed, records, text, time, truth, type Row } from './rows.ts';
import { endsWith, query, quoted, startsWith } from './soql.ts';

/** So many users are read: the nearest of them is looked for here. */
const most = 200;

/** Of a mistyped name the beginning or the domain is mostly right; an e-mail address is often taken for the username. */
const alike = (username: string): string => {
  const [local = '', domain] = username.split('@');
  return [
    `Email = ${quoted(username)}`,
    `Username LIKE ${startsWith(local.slice(0, 3))}`,
    ...(domain === undefined || domain === '' ? [] : [`Username LIKE ${endsWith(`@${domain}`)}`]),
  ].join(' OR ');
};

const read = (row: Row): NearUser => ({
  username: needed(text(row.Username)),
  isActive: needed(truth(row.IsActive)),
  ...defined({ email: text(row.Email), lastLoginAt: time(row.LastLoginDate) }),
});

/** Users who are called nearly as the one who is not there. Where the user is there, nobody is looked for. */
export const usersNear: Question<readonly NearUser[]> = {
  documents: [sobject('User', '2026-11-30')],
  after: ['user'],
  ask: (seen) => {
    const { username } = seen.asked.integration;
    const user = seen.fact('user');
    if (username === undefined) return unknown('not-asked', '--username');
    if (user.state !== 'known') return unknown('depends-on-unknown');
    if (user.value !== undefined) return known([], user.source);
    const where = `WHERE ${alike(username)} ORDER BY LastLoginDate DESC NULLS LAST LIMIT ${most}`;
    return { send: [query(`SELECT Username, Email, IsActive, LastLoginDate FROM User ${where}`)] };
  },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'User', needs: [['ViewAllUsers', 'ManageUsers']] });
    const answer = answerAt(answers, 0);
    return answer.ok ? known(records(answer).map(read), look.source) : refused(answer, look);
  },
};
