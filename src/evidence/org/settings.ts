import { unknown } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { answerAt, type Question } from './question.ts';
import { records, type Row } from './rows.ts';
import { toolingQuery } from './soql.ts';

/** A question that plain columns of an org-wide settings object answer (Tooling API, one row, View Setup). */
export const settingsQuestion = <T>(
  object: string,
  columns: readonly string[],
  read: (row: Row) => T,
): Question<T> => ({
  after: [],
  ask: () => ({ send: [toolingQuery(`SELECT ${columns.join(', ')} FROM ${object} LIMIT 1`)] }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: object, needs: [['ViewSetup']], always: false });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const row = records(answer)[0];
    return row === undefined
      ? (blindTo(look) ?? unknown('not-in-this-org', undefined, look.source))
      : { state: 'known', value: read(row), source: look.source };
  },
});
