import type { CauseId, Integration, LoginRow, Pointer, Refusal } from '../model/index.ts';

/** Rows of one failing login lie within this distance of the time that a person gives: half a minute is rounding, the rest is retries. */
const nearMs = 90_000;

/** Without a time, only a row so young can be the failure that a person speaks of. */
const freshMs = 60 * 60_000;

/** Causes that stop a login before its user is looked at: what a row of the user says is of another login. */
export const beforeUser: readonly CauseId[] = [
  'app-not-found-or-propagating',
  'app-wrong-consumer-key',
  'cli-bug',
  'client-request-malformed',
  'jwt-key-file-unreadable',
  'local-credential-store',
  'network-or-proxy',
  'not-salesforce',
  'org-inactive-or-deleted',
  'org-maintenance-or-read-only',
  'tls-or-certificate',
  'wrong-endpoint',
];

/**
 * Whether a row is of the integration's app. Its name in `Application` is the only link from a row to an app. Where the org
 * told that name (its label), only rows that show it count. A person may have given a key, an id or a developer name, which
 * no row shows: then any app counts. login() goes through no app.
 */
const ofApp = (rows: readonly LoginRow[], integration: Integration | undefined): ((row: LoginRow) => boolean) => {
  const given = [integration?.app, integration?.appLabel].flatMap((name) =>
    name === undefined ? [] : [name.toLowerCase()],
  );
  const isSure = integration?.appLabel !== undefined && integration.flow !== 'soap-login';
  const shown = isSure ? given : given.filter((name) => rows.some((row) => row.application?.toLowerCase() === name));
  return (row) => shown.length === 0 || row.application === undefined || shown.includes(row.application.toLowerCase());
};

/** Rows of the integration's app, in their order. */
export const ownRows = (rows: readonly LoginRow[], integration: Integration | undefined): readonly LoginRow[] =>
  rows.filter(ofApp(rows, integration));

export type Asked = {
  /** UTC, ISO 8601. */
  readonly failedAt: string | undefined;
  /** UTC, ISO 8601; undefined: not known, and then no row is young. */
  readonly now: string | undefined;
  readonly integration: Integration | undefined;
  readonly refusals: readonly Refusal[];
};

const named = ({ decides, suspects }: Pointer): readonly CauseId[] =>
  decides === undefined ? suspects : [decides, ...suspects];

/** Whether the row can be of the login that was refused so: not where all that was refused names comes before the user. */
const canAnswer = (row: LoginRow, refusals: readonly Refusal[]): boolean => {
  const causes = refusals.flatMap(named);
  const comesBefore = causes.length > 0 && causes.every((id) => beforeUser.includes(id));
  return !comesBefore || named(row).some((id) => causes.includes(id));
};

/** The newest row, if it is a failure. Beside a refusal it must be young: an old one is of another failure. */
const newestFailure = (rows: readonly LoginRow[], { now, refusals }: Asked): LoginRow | undefined => {
  const newest = rows[0];
  if (newest === undefined || newest.success) return undefined;
  if (refusals.length === 0) return newest;
  return now !== undefined && Date.parse(now) - Date.parse(newest.at) <= freshMs ? newest : undefined;
};

const nearestFailure = (rows: readonly LoginRow[], failedAt: string): LoginRow | undefined => {
  const at = Date.parse(failedAt);
  const distance = (row: LoginRow): number => Math.abs(Date.parse(row.at) - at);
  return rows
    .filter((row) => !row.success && distance(row) <= nearMs)
    .toSorted((a, b) => Number(b.recognised) - Number(a.recognised) || distance(a) - distance(b))[0];
};

/**
 * The Login History row that answers the failure: the nearest failed row to the time given, else the newest row
 * if that is a failure. A row that the status book knows goes before one that it does not know.
 * Rows are newest first. Undefined where no row answers.
 */
export const failingRow = (rows: readonly LoginRow[], asked: Asked): LoginRow | undefined => {
  const mine = ownRows(rows, asked.integration);
  const row = asked.failedAt === undefined ? newestFailure(mine, asked) : nearestFailure(mine, asked.failedAt);
  return row !== undefined && canAnswer(row, asked.refusals) ? row : undefined;
};
