import { defined, known, unknown, type Grant, type Unknown } from '../../model/index.ts';
import { blindTo, lookAt, refused, type Look } from '../denial.ts';
import { ownTokens } from './own-tokens.ts';
import { answerAt, appText, looksAtItself, theUser, type Question, type Context } from './question.ts';
import { records, text, time, whole, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';
import { sobject } from './documents.ts';

/** A row that was never used and has no date says nothing; the table has no such row but in theory. */
const read = (row: Row): readonly Grant[] => {
  const lastUsedAt = time(row.LastUsedDate);
  const createdAt = time(row.CreatedDate) ?? lastUsedAt;
  if (createdAt === undefined) return [];
  return [{ appName: text(row.AppName) ?? '', createdAt, ...defined({ lastUsedAt, useCount: whole(row.UseCount) }) }];
};

const lookFor = (seen: Context): Look =>
  lookAt(seen.fact('rights'), {
    name: 'OauthToken',
    needs: looksAtItself(seen) ? [] : [['CustomizeApplication']],
  });

/** Grants of external client apps have a resource of their own as well; whether they all stand here too is not settled. */
const unlisted = (seen: Context, { source }: Look): Unknown | undefined => {
  const found = seen.fact('listed');
  const external = found.state === 'known' && found.value?.kind === 'external-client-app';
  return external ? unknown('not-in-this-org', undefined, source) : undefined;
};

/** The live grants of this user for this app. Token columns are never selected: they are secrets. */
export const grants: Question<readonly Grant[]> = {
  documents: [sobject('OauthToken', '2026-11-30')],
  after: ['rights', 'user', 'listed'],
  ask: (seen) => {
    if (appText(seen.asked.integration) === undefined) return unknown('not-asked', '--app');
    const found = theUser(seen);
    if ('unknown' in found) return found.unknown;
    const own = ownTokens(seen);
    if (own === undefined) return unknown('depends-on-unknown');
    const where = `UserId = ${quoted(found.user.id)} AND ${own}`;
    return {
      send: [query(`SELECT AppName, CreatedDate, LastUsedDate, UseCount FROM OauthToken WHERE ${where} LIMIT 500`)],
    };
  },
  read: (answers, seen) => {
    const look = lookFor(seen);
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const rows = records(answer);
    const none = rows.length === 0 ? (blindTo(look) ?? unlisted(seen, look)) : undefined;
    return (
      none ??
      known(
        rows.flatMap(read).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
        look.source,
      )
    );
  },
};
