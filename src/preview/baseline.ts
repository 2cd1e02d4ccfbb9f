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

const takes = ({ user, app, cause, until }: Accepted, one: PreviewedIntegration, now: string): boolean =>
  (until === undefined || now <= until) &&
  isSame(user, one.integration.user) &&
  isSame(app, one.integration.app) &&
  (cause === undefined || one.refusing.some((refusing) => refusing.cause === cause));

/** Marks what the baseline accepts: only what would count is accepted. */
export const acceptBy =
  (baseline: readonly Accepted[], now: string) =>
  (one: PreviewedIntegration): PreviewedIntegration => {
    if (one.verdict !== 'refused' && one.verdict !== 'untold') return one;
    const found = baseline.find((accepted) => takes(accepted, one, now));
    if (found === undefined) return one;
    const { reason, until } = found;
    return { ...one, accepted: { reason, ...(until === undefined ? {} : { until }) } };
  };
