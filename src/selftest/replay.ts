import { judgeAll } from '../diagnosis/index.ts';
import { isInBrowser } from '../clues/rows.ts';
import { known, unknown, valueOf } from '../model/index.ts';
import type { Cause, CauseId, Change, Evidence, LoginRow, ReplayRow, ReplayVerdict } from '../model/index.ts';

/** A row, and whose it is. */
export type OwnedRow = LoginRow & { readonly userId: string };

/** An integration of the history: one user, through one app, in one kind of login. Newest row first. */
export type Course = { readonly userId: string; readonly rows: readonly [OwnedRow, ...OwnedRow[]] };

const keyOf = ({ userId, application, loginType, loginSubType }: OwnedRow): string =>
  JSON.stringify([userId, application, loginType, loginSubType]);

/** What stands where no app was gone through. */
export const appOf = ({ application }: LoginRow): string | undefined =>
  application === undefined || /^(?:n\/a|browser|)$/iu.test(application) ? undefined : application;

/** The integrations that the rows are of, those with the most logins first; people in browsers are none. */
export const coursesIn = (rows: readonly OwnedRow[]): readonly Course[] => {
  const machines = rows.filter((row) => !isInBrowser(row));
  return [...Map.groupBy(machines, keyOf).values()]
    .flatMap((own): readonly Course[] => {
      const [first, ...rest] = own.toSorted((a, b) => b.at.localeCompare(a.at));
      return first === undefined ? [] : [{ userId: first.userId, rows: [first, ...rest] }];
    })
    .toSorted((a, b) => b.rows.length - a.rows.length);
};

/** The settings alone, at the moment of a login: what the rows say is what they are held against. */
const settingsAt = (evidence: Evidence, at: string): Evidence => ({
  ...evidence,
  now: known(at, { place: 'clock' }),
  loginRows: unknown('not-asked'),
  loginEvents: unknown('not-asked'),
});

type Closing = { readonly id: CauseId; readonly actions: readonly string[] };

/** What the settings of today would have refused at that moment. */
const closingAt = (at: string, { evidence, causes }: Held): readonly Closing[] =>
  judgeAll({ evidence: settingsAt(evidence, at), causes })
    .filter(({ cause, standing, ahead }) => cause.blocks && standing === 'confirmed' && ahead === undefined)
    .map(({ cause: { id, actions = [] } }) => ({ id, actions }));

const isAbout = ({ action }: Change, actions: readonly string[]): boolean =>
  actions.some((one) => one.toLowerCase() === action.toLowerCase());

/** Whether the org itself refused a login for it later: then it came about in between. */
const refusedSince = (rows: readonly OwnedRow[], at: string, id: CauseId): boolean =>
  rows.some((row) => !row.success && row.at >= at && (row.decides === id || row.suspects.includes(id)));

type Judged = {
  readonly verdict: ReplayVerdict;
  readonly causes: readonly CauseId[];
  readonly by?: NonNullable<ReplayRow['by']>;
};

const ofSuccess = (row: OwnedRow, held: Held): Judged => {
  const closing = closingAt(row.at, held);
  const causes = closing.map(({ id }) => id);
  if (closing.length === 0) return { verdict: 'agrees', causes };
  const changes = valueOf(held.evidence.changes);
  const open = closing.filter(
    ({ id, actions }) =>
      !refusedSince(held.rows, row.at, id) &&
      changes?.some((change) => change.at >= row.at && isAbout(change, actions)) !== true,
  );
  if (open.length === 0) return { verdict: 'agrees', causes, by: 'change' };
  return { verdict: changes === undefined ? 'untold' : 'contradicts', causes: open.map(({ id }) => id) };
};

/** The last login of the integration that went well before. */
const lastSuccess = ({ rows }: Course, at: string): string => rows.find((row) => row.success && row.at < at)?.at ?? '';

const ofFailure = (row: OwnedRow, held: Held): Judged => {
  if (row.recognised) return { verdict: 'agrees', causes: row.suspects, by: 'status' };
  const closing = closingAt(row.at, held);
  if (closing.length > 0) return { verdict: 'agrees', causes: closing.map(({ id }) => id), by: 'settings' };
  const changes = valueOf(held.evidence.changes);
  if (changes === undefined) return { verdict: 'untold', causes: [] };
  const since = lastSuccess(held.course, row.at);
  const between = changes.some(({ at }) => at > since && at <= row.at);
  return between ? { verdict: 'agrees', causes: [], by: 'change' } : { verdict: 'contradicts', causes: [] };
};

/** What a row is held against. */
export type Held = {
  readonly course: Course;
  /** All rows of its user that were read. */
  readonly rows: readonly OwnedRow[];
  /** What the org tells of it today. */
  readonly evidence: Evidence;
  readonly causes: readonly Cause[];
};

/** Each kind of end of one integration, by its newest row. */
export const replayed = (held: Held, numbers: Pick<ReplayRow, 'user' | 'app'>): readonly ReplayRow[] =>
  [...Map.groupBy(held.course.rows, ({ status }) => status).values()].flatMap((rows): readonly ReplayRow[] => {
    const [row] = rows;
    if (row === undefined) return [];
    const judged = (row.success ? ofSuccess : ofFailure)(row, held);
    const { status, success } = row;
    return [{ ...numbers, status, success, logins: rows.length, ...judged }];
  });
