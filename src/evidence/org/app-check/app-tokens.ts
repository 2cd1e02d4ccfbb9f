import { defined, known, unknown, type AppTokens } from '../../../model/index.ts';
import { blindTo, lookAt, refused } from '../../denial.ts';
import { ownTokens } from '../own-tokens.ts';
import { answerAt, appText, type Question } from '../question.ts';
import { needed, records, rowOf, time, whole } from '../rows.ts';
import { query } from '../soql.ts';
import type { OrgAnswer } from '../../org-wire.ts';
import { sobject } from '../documents.ts';

/** `totalSize` of a `COUNT()`, which is right beyond the 2,500 rows at which reading OauthToken stops. */
export const countIn = (answer: OrgAnswer): number => (answer.ok ? needed(whole(rowOf(answer.body)?.totalSize)) : 0);

/** Counted by the org: token columns are never selected. */
export const appTokens: Question<AppTokens> = {
  documents: [sobject('OauthToken', '2026-11-30')],
  after: ['rights', 'listed'],
  ask: (seen) => {
    if (appText(seen.asked.integration) === undefined) return unknown('not-asked', '--app');
    const own = ownTokens(seen);
    if (own === undefined) return unknown('depends-on-unknown');
    const where = `FROM OauthToken WHERE ${own}`;
    return {
      send: [
        query(`SELECT COUNT() ${where}`),
        query(`SELECT COUNT() ${where} AND AppMenuItemId = null`),
        query(`SELECT COUNT() ${where} AND LastUsedDate = null`),
        query(`SELECT LastUsedDate ${where} AND LastUsedDate != null ORDER BY LastUsedDate DESC LIMIT 1`),
      ],
    };
  },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'OauthToken', needs: [['CustomizeApplication']] });
    for (const answer of answers) if (!answer.ok) return refused(answer, look);
    const [total, notInstalled, neverUsed] = [0, 1, 2].map((at) => countIn(answerAt(answers, at)));
    return (
      blindTo(look) ??
      known(
        {
          total: total ?? 0,
          notInstalled: notInstalled ?? 0,
          neverUsed: neverUsed ?? 0,
          ...defined({ lastUsedAt: time(records(answerAt(answers, 3))[0]?.LastUsedDate) }),
        },
        look.source,
      )
    );
  },
};
