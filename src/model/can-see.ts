import type { CauseId } from './cause-id.ts';
import type { FactName } from './facts.ts';
import type { WithSent } from './requests.ts';

/**
 * `seen`: this session may look. `not-permitted`: a permission is missing. `not-in-org`: the org has no such thing. `not-asked`: only of an app
 * or a user that is named, and no recorded login names one. `not-seen`: nobody answered.
 */
export type Sight = 'seen' | 'not-permitted' | 'not-in-org' | 'not-asked' | 'not-seen';

/** One question of a diagnosis, before anything has failed. */
export type SightRow = {
  readonly fact: FactName;
  readonly sight: Sight;
  /** Rights that the session lacks for it. */
  readonly permissions: readonly string[];
  /** What can be neither proved nor ruled out without it. */
  readonly causes: readonly CauseId[];
};

/** What `sf auth selftest --can-see` comes to: no name and no value of the org in it. */
export type CanSee = WithSent & {
  readonly schemaVersion: 1;
  readonly apiVersion: string;
  readonly rows: readonly SightRow[];
  readonly cost: { readonly requests: number; readonly milliseconds: number };
};
