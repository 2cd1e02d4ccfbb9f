import { known, unknown } from '../../../model/index.ts';
import { lookAt, refused } from '../../denial.ts';
import { lists, readLists } from '../listed.ts';
import { answerAt, appText, type Question, type Context } from '../question.ts';
import { records, text } from '../rows.ts';
import { query } from '../soql.ts';
import { internalSobject, sobject } from '../documents.ts';

const authorised = query('SELECT AppName, COUNT(UserId) n FROM OauthToken GROUP BY AppName LIMIT 2000');

const namesIn = (answers: Parameters<typeof readLists>[0], seen: Context): readonly string[] => {
  const count = lists(seen).length;
  const apps = readLists(answers.slice(0, count)).flatMap(({ name, developerName }) => [name, developerName]);
  const used = records(answerAt(answers, count)).map((row) => text(row.AppName));
  return [...new Set([...apps, ...used].filter((name) => name !== undefined && name !== ''))] as string[];
};

/** The lists are those by which the app was looked for, so they cost nothing more. Fewer names are no wrong answer here. */
export const appNames: Question<readonly string[]> = {
  documents: [
    sobject('ConnectedApplication', '2026-11-30'),
    sobject('AppMenuItem', '2026-11-30'),
    internalSobject('ExternalClientApplication', '2026-11-30'),
    sobject('OauthToken', '2026-11-30'),
  ],
  after: ['rights'],
  ask: (seen) =>
    appText(seen.asked.integration) === undefined
      ? unknown('not-asked', '--app')
      : { send: [...lists(seen), authorised] },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name: 'ConnectedApplication', needs: [['ViewSetup']] });
    const first = answerAt(answers, 0);
    if (!first.ok) return refused(first, look);
    return look.sight === 'whole'
      ? known([...namesIn(answers, seen)].toSorted(), look.source)
      : refused({ ok: false, code: 'INSUFFICIENT_ACCESS' }, look);
  },
};
