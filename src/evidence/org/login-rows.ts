import type { LoginRow } from '../../model/index.ts';
import { listSeen, lookAt, refused } from '../denial.ts';
import { firstRequests, inOrder, readRow, turningRequest, turningSoFar } from './login-history.ts';
import { answerAt, looksAtItself, ofUser, type Question } from './question.ts';
import { records } from './rows.ts';
import { sobject } from './documents.ts';

/**
 * The user's rows: the newest (or those before the failure), and, where the last success lies beyond that page, those in
 * which it stopped working. Nobody is told that rows of others are left out, so no row means nothing without the right.
 */
export const loginRows: Question<readonly LoginRow[]> = {
  documents: [sobject('LoginHistory', '2026-11-30')],
  after: ['rights', 'user'],
  beside: ['listed'],
  ask: ofUser(({ id }, seen) => {
    const requests = firstRequests(id, seen);
    const { beyond = false, lastSuccess } = turningSoFar(id, seen) ?? {};
    return { send: beyond && lastSuccess !== undefined ? [...requests, turningRequest(id, lastSuccess)] : requests };
  }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: 'LoginHistory',
      needs: looksAtItself(seen) ? [] : [['MonitorLoginHistory', 'ManageUsers']],
    });
    const page = answerAt(answers, 0);
    if (!page.ok) return refused(page, look);
    const rows = inOrder([page, ...answers.slice(2)].flatMap((answer) => records(answer).map(readRow)));
    return listSeen(rows, look);
  },
};
