import { unknown, type Fact, type Source } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { answerAt, ofUser, type Question } from './question.ts';
import { records, rowOf, type Row } from './rows.ts';
import { quoted, toolingQuery } from './soql.ts';
import { toolingObject } from './documents.ts';

/**
 * A question that the metadata of the user's profile answers. Login hours and IP ranges are no columns; the Tooling API
 * gives them by id, where the Metadata API would want the profile's internal name. One row a query.
 */
export const profileQuestion = <T>(read: (metadata: Row, source: Source) => Fact<T>): Question<T> => ({
  documents: [toolingObject('Profile', '2026-11-30')],
  after: ['rights', 'user'],
  ask: ofUser(({ profileId }) => ({
    send: [toolingQuery(`SELECT Id, Metadata FROM Profile WHERE Id = ${quoted(profileId)} LIMIT 1`)],
  })),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: 'Profile.Metadata',
      needs: [['ViewSetup'], ['ModifyMetadata', 'ModifyAllData']],
    });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const metadata = rowOf(records(answer)[0]?.Metadata);
    return metadata === undefined
      ? (blindTo(look) ?? unknown('not-in-this-org', undefined, look.source))
      : read(metadata, look.source);
  },
});
