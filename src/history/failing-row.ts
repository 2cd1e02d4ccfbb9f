import type { Integration, LoginRow } from '../model/index.ts';

/** Rows of one failing login lie within this distance of the time that a person gives: half a minute is rounding, the rest is retries. */
const nearMs = 90_000;

/**
 * Whether a row is of the integration's app. Its name in `Application` is the only link from a row to an app; a person may have
 * given a key, an id or a developer name, which no row shows: then any app counts.
 */
const ofApp = (rows: readonly LoginRow[], integration: Integration | undefined): ((row: LoginRow) => boolean) => {
  const given = [integration?.app, integration?.appLabel].flatMap((name) =>
    name === undefined ? [] : [name.toLowerCase()],
  );
  const shown = given.filter((name) => rows.some((row) => row.application?.toLowerCase() === name));
  return (row) => shown.length === 0 || row.application === undefined || shown.includes(row.application.toLowerCase());
};

export type Asked = {
  /** UTC, ISO 8601. */
  readonly failedAt: string | undefined;
  readonly integration: Integration | undefined;
};

/**
 * The Login History row that answers the failure: the nearest failed row to the time given, else the newest row
 * if that is a failure. A row that the status book knows goes before one that it does not know.
 * Rows are newest first. Undefined where no row answers.
 */
export const failingRow = (rows: readonly LoginRow[], asked: Asked): LoginRow | undefined => {
  const mine = rows.filter(ofApp(rows, asked.integration));
  if (asked.failedAt === undefined) {
    const newest = mine[0];
    return newest === undefined || newest.success ? undefined : newest;
  }
  const at = Date.parse(asked.failedAt);
  const distance = (row: LoginRow): number => Math.abs(Date.parse(row.at) - at);
  return mine
    .filter((row) => !row.success && distance(row) <= nearMs)
    .toSorted((a, b) => Number(b.recognised) - Number(a.recognised) || distance(a) - distance(b))[0];
};
