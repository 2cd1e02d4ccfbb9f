import { defined, known, type Organization } from '../../model/index.ts';
import { lookAt, refused } from '../denial.ts';
import { answerAt, type Question } from './question.ts';
import { needed, records, text, time, truth } from './rows.ts';
import { query } from './soql.ts';
import { sobject } from './documents.ts';

const columns =
  'Id, Name, IsSandbox, OrganizationType, InstanceName, TrialExpirationDate, IsReadOnly, TimeZoneSidKey, CreatedDate';

/** Every user sees the one row. */
export const organization: Question<Organization> = {
  documents: [sobject('Organization', '2026-11-30')],
  after: [],
  ask: () => ({ send: [query(`SELECT ${columns} FROM Organization`)] }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'Organization', needs: [] });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const row = needed(records(answer)[0]);
    return known(
      {
        id: needed(text(row.Id)),
        name: text(row.Name) ?? '',
        isSandbox: needed(truth(row.IsSandbox)),
        ...defined({
          organizationType: text(row.OrganizationType),
          instanceName: text(row.InstanceName),
          trialExpiresAt: time(row.TrialExpirationDate),
          isReadOnly: truth(row.IsReadOnly),
          timeZone: text(row.TimeZoneSidKey),
          createdAt: time(row.CreatedDate),
        }),
      },
      look.source,
    );
  },
};
