/** What somebody accepted: of whom, why, and until when (UTC, ISO 8601). What is not named counts for all. */
export type BaselineEntry = {
  readonly user?: string;
  readonly app?: string;
  readonly cause?: string;
  readonly reason: string;
  readonly until?: string;
};

/** Why something counts for no exit code, and until when. */
export type Acceptance = Pick<BaselineEntry, 'reason' | 'until'>;

/** A login, by all that its user and its app are called. */
type Called = {
  readonly users: ReadonlyArray<string | undefined>;
  readonly apps: ReadonlyArray<string | undefined>;
};

const isOneOf = (name: string | undefined, names: ReadonlyArray<string | undefined>): boolean =>
  name === undefined || names.some((one) => one?.toLowerCase() === name.toLowerCase());

/** Whether an entry speaks of a login at that time. */
export const speaksOf = ({ user, app, until }: BaselineEntry, { users, apps }: Called, now: string): boolean =>
  (until === undefined || now <= until) && isOneOf(user, users) && isOneOf(app, apps);

/** What accepts one cause of a login; undefined where nothing does. */
export const acceptanceOf = (
  baseline: readonly BaselineEntry[],
  cause: string | undefined,
  login: Called,
  now: string,
): Acceptance | undefined => {
  const entry = baseline.find((one) => (one.cause ?? cause) === cause && speaksOf(one, login, now));
  if (entry === undefined) return undefined;
  const { reason, until } = entry;
  return { reason, ...(until === undefined ? {} : { until }) };
};
