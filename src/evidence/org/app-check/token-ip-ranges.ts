import { unknown, type IpRange } from '../../../model/index.ts';
import { listSeen, lookAt, refused } from '../../denial.ts';
import { externalClientAppNeeds } from '../app-metadata.ts';
import { answerAt, ofApp, type Question } from '../question.ts';
import { needed, records, text } from '../rows.ts';
import { query, quoted } from '../soql.ts';
import { inOrgStubs } from '../documents.ts';

const name = 'ExtlClntAppOauthSecurityTokenIpRange';

/** The allow-list for refresh tokens. The newest orgs have an object for that of external client apps; of connected apps nothing tells. */
export const tokenIpRanges: Question<readonly IpRange[]> = {
  documents: [inOrgStubs(name, '2026-11-30'), inOrgStubs('ExtlClntAppOauthSecuritySettings', '2026-11-30')],
  after: ['rights', 'listed'],
  ask: ofApp(({ id, kind }) => {
    if (kind === 'connected-app') return unknown('not-in-this-org', undefined, { place: 'org', name });
    const settings = `SELECT Id FROM ExtlClntAppOauthSecuritySettings WHERE ExternalClientApplicationId = ${quoted(id)}`;
    return {
      send: [
        query(
          `SELECT StartIpAddress, EndIpAddress FROM ${name} WHERE ExtlClntAppOauthSecurityId IN (${settings}) LIMIT 2000`,
        ),
      ],
    };
  }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name, needs: externalClientAppNeeds, always: false });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const ranges = records(answer).map((row) => ({
      start: needed(text(row.StartIpAddress)),
      end: needed(text(row.EndIpAddress)),
    }));
    return listSeen(ranges, look);
  },
};
