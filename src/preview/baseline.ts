import { defined, speaksOf } from '../model/index.ts';
import type { Acceptance, BaselineEntry, PreviewedIntegration } from '../model/index.ts';

/** What accepts it: an entry without a cause by itself, those with one only where none of its causes is left. */
const acceptingOf = (
  entries: readonly BaselineEntry[],
  { refusing }: PreviewedIntegration,
): readonly BaselineEntry[] => {
  const whole = entries.find(({ cause }) => cause === undefined);
  if (whole !== undefined) return [whole];
  const found = refusing.map((one) => entries.find(({ cause }) => cause === one.cause));
  const named = found.filter((one) => one !== undefined);
  return named.length === refusing.length ? [...new Set(named)] : [];
};

/** All of them hold only until the first of them ends. */
const together = (entries: readonly BaselineEntry[]): Acceptance => {
  const [until] = entries.flatMap((one) => one.until ?? []).toSorted();
  return { reason: entries.map(({ reason }) => reason).join('; '), ...defined({ until }) };
};

/** Marks what the baseline accepts: only what would count is accepted. */
export const acceptBy =
  (baseline: readonly BaselineEntry[], now: string) =>
  (one: PreviewedIntegration): PreviewedIntegration => {
    if (one.verdict !== 'refused' && one.verdict !== 'untold') return one;
    const login = { users: [one.integration.user], apps: [one.integration.app] };
    const entries = acceptingOf(
      baseline.filter((entry) => speaksOf(entry, login, now)),
      one,
    );
    return entries.length === 0 ? one : { ...one, accepted: together(entries) };
  };
