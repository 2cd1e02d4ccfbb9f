import { known, type TransactionPolicy } from '../../model/index.ts';
import { listSeen, lookAt, refused, whyNot } from '../denial.ts';
import { sobject } from './documents.ts';
import { answerAt, type Question } from './question.ts';
import { needed, records, text } from './rows.ts';
import { query } from './soql.ts';

const object = 'TransactionSecurityPolicy';

const isEnabled = (state: string | undefined): boolean => state?.toLowerCase() === 'enabled';

/** Transaction security policies that are switched on. They come with an add-on: an org that does not know the object has none. */
export const transactionPolicies: Question<readonly TransactionPolicy[]> = {
  documents: [{ ...sobject(object, '2026-11-30'), url: sobject('TransactionSecurity', '2026-11-30').url }],
  after: ['rights'],
  ask: () => ({ send: [query(`SELECT MasterLabel, EventName, State FROM ${object} LIMIT 200`)] }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: object, needs: [['ViewSetup']], always: false });
    const answer = answerAt(answers, 0);
    if (!answer.ok) {
      // An org that does not know a column of it has the object.
      const isMissing = look.sight === 'whole' && whyNot(answer) === 'not-there' && answer.code !== 'INVALID_FIELD';
      return isMissing ? known([], look.source) : refused(answer, look);
    }
    const found = records(answer)
      .filter((row) => isEnabled(text(row.State)))
      .map((row) => ({ name: needed(text(row.MasterLabel)), event: text(row.EventName) }));
    return listSeen(found, look);
  },
};
