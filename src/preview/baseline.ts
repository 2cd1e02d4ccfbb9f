import { defined } from '../model/index.ts';
import type { PreviewedIntegration } from '../model/index.ts';

/** What somebody accepted: of whom, why, and until when (UTC, ISO 8601). What is not named counts for all. */
export type Accepted = {
  readonly user?: string;
  readonly app?: string;
  readonly cause?: string;
  readonly reason: string;
  readonly until?: string;
};

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || one.toLowerCase() === other?.toLowerCase();

const isAbout = ({ user, app, until }: Accepted, { integration }: PreviewedIntegration, now: string): boolean =>
  (until === undefined || now <= until) && isSame(user, integration.user) && isSame(app, integration.app);

/** What accepts it: an entry without a cause by itself, those with one only where none of its causes is left. */
const acceptingOf = (entries: readonly Accepted[], { refusing }: PreviewedIntegration): readonly Accepted[] => {
  const whole = entries.find(({ cause }) => cause === undefined);
  if (whole !== undefined) return [whole];
  const found = refusing.map((one) => entries.find(({ cause }) => cause === one.cause));
  const named = found.filter((one) => one !== undefined);
  return named.length === refusing.length ? [...new Set(named)] : [];
};

/** All of them hold only until the first of them ends. */
const together = (entries: readonly Accepted[]): Pick<Accepted, 'reason' | 'until'> => {
  const [until] = entries.flatMap((one) => one.until ?? []).toSorted();
  return { reason: entries.map(({ reason }) => reason).join('; '), ...defined({ until }) };
};

/** Marks what the baseline accepts: only what would count is accepted. */
export const acceptBy =
  (baseline: readonly Accepted[], now: string) =>
  (one: PreviewedIntegration): PreviewedIntegration => {
    if (one.verdict !== 'refused' && one.verdict !== 'untold') return one;
    const entries = acceptingOf(
      baseline.filter((accepted) => isAbout(accepted, one, now)),
      one,
    );
    return entries.length === 0 ? one : { ...one, accepted: together(entries) };
  };
