import { dayMs, known, unknown } from '../../model/index.ts';
import type { Refusal } from '../../model/index.ts';
import { readStatus } from '../../recognition/index.ts';
import { isCutOff } from './cut-off.ts';
import { answerAt, appText, type Question, type Context } from './question.ts';
import { records, sameText, text, time, type Row } from './rows.ts';
import { query } from './soql.ts';
import { sobject } from './documents.ts';

/** So far back somebody must have come by the app: a job that runs once a week has. */
const reach = 8 * dayMs;

/** Of a full page nobody can say that there is no other user. */
const page = 2000;

/** `Application` cannot stand in WHERE. People at the login page come through no app of ours. */
const groups = ({ asked: { now } }: Context) => {
  const from = new Date(Date.parse(now) - reach).toISOString();
  return query(
    `SELECT UserId, Application, Status, MAX(LoginTime) LastLogin FROM LoginHistory WHERE LoginTime >= ${from} AND LoginType != 'Application' GROUP BY UserId, Application, Status LIMIT ${page}`,
  );
};

/** What the app is called: as it was asked for, and by its label. */
const isOfApp = (seen: Context): ((row: Row) => boolean) => {
  const listed = seen.fact('listed');
  const names = [appText(seen.asked.integration), listed.state === 'known' ? listed.value?.name : undefined];
  return ({ Application }) => names.some((name) => sameText(text(Application), name));
};

/** Whether the status can mean what the text says. */
const fits = (refusals: readonly Refusal[], status: string): boolean => {
  const { success, decides, suspects } = readStatus(status);
  const said = new Set(refusals.flatMap((refusal) => [refusal.decides, ...refusal.suspects]));
  return !success && (said.size === 0 || [decides, ...suspects].some((id) => id !== undefined && said.has(id)));
};

/** Who fails now, and so as the text says. */
const isFailing = (rows: readonly Row[], refusals: readonly Refusal[]): boolean => {
  const newest = rows.toSorted((a, b) => (time(b.LastLogin) ?? '').localeCompare(time(a.LastLogin) ?? ''))[0];
  return fits(refusals, text(newest?.Status) ?? '');
};

/**
 * The one user who comes by the app; of several, the one who fails. Whoever got a text fails as it says: it may be somebody who never came
 * by the app, so one whose logins go well is not meant, though there be no other.
 */
const theOne = (rows: readonly Row[], refusals: readonly Refusal[]): string | undefined => {
  const users = [...Map.groupBy(rows, ({ UserId }) => text(UserId))];
  const failing = users.filter(([, own]) => isFailing(own, refusals));
  const [only, ...others] = users.length === 1 && refusals.length === 0 ? users : failing;
  return others.length === 0 ? only?.[0] : undefined;
};

/**
 * The id of the user whose logins an app makes, where an app was named and no user: Login History tells it, as the first thing. Undefined:
 * nobody needs it, or it may be another user.
 */
export const userOfApp: Question<string | undefined> = {
  documents: [sobject('LoginHistory', '2026-11-30'), sobject('User', '2026-11-30')],
  after: [],
  beside: ['listed'],
  ask: (seen) => {
    const { username } = seen.asked.integration;
    const isNeeded = username === undefined && appText(seen.asked.integration) !== undefined;
    return isNeeded ? { send: [groups(seen)] } : known(undefined, { place: 'asked' });
  },
  read: (answers, seen) => {
    const answer = answerAt(answers, 0);
    const rows = records(answer);
    if (!answer.ok || rows.length === page || isCutOff(answer)) return unknown('not-asked', '--username');
    const { refusals = [] } = seen.asked;
    return known(theOne(rows.filter(isOfApp(seen)), refusals), { place: 'org', name: 'LoginHistory' });
  },
};
