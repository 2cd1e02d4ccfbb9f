import type { CauseId, Evidence, LoginRow, Pointer, Refusal } from '../model/index.ts';
import { valueOf } from '../model/index.ts';
import { failingRow, ownRows, turningPoint } from '../history/index.ts';
import type { TurningPoint } from '../history/index.ts';

/** The failure that was seen: in the words of the client, and in the org's own record, which overrules them. */
export type Failure = {
  readonly refusals: readonly Refusal[];
  readonly row?: LoginRow;
  readonly turning: TurningPoint;
  /** When it was, as well as that is known: UTC, ISO 8601. */
  readonly at?: string;
  /** Whether a cause accounts for what was seen; undefined where nothing was seen that points anywhere. */
  readonly accounts: ((id: CauseId) => boolean) | undefined;
  /** Place among the suspects that were named, likeliest first; causes that nothing names come last. */
  readonly likelihood: (id: CauseId) => number;
};

const names = (pointer: Pointer): readonly CauseId[] =>
  pointer.decides === undefined ? pointer.suspects : [pointer.decides, ...pointer.suspects];

const rowOf = (evidence: Evidence): LoginRow | undefined =>
  failingRow(valueOf(evidence.loginRows) ?? [], {
    failedAt: valueOf(evidence.failedAt),
    now: valueOf(evidence.now),
    integration: valueOf(evidence.integration),
    refusals: valueOf(evidence.refusals) ?? [],
  });

/** When it stopped working: rows of other apps tell nothing of that. */
const turningOf = (evidence: Evidence, until: string): TurningPoint =>
  turningPoint(ownRows(valueOf(evidence.loginRows) ?? [], valueOf(evidence.integration)), until);

/** Reads from the evidence what was seen of the failure. Pure. */
export const failureOf = (evidence: Evidence): Failure => {
  const refusals = valueOf(evidence.refusals) ?? [];
  const row = rowOf(evidence);
  // A person rounds to the minute: where the org's own row of it was found, that is the time.
  const at = row?.at ?? valueOf(evidence.failedAt) ?? valueOf(evidence.now);
  const turning = turningOf(evidence, row?.at ?? at ?? '');
  const named = row?.recognised === true ? names(row) : [...new Set(refusals.flatMap(names))];
  const place = new Map(named.map((id, index) => [id, index]));
  return {
    refusals,
    ...(row === undefined ? {} : { row }),
    turning,
    ...(at === undefined ? {} : { at }),
    accounts: named.length === 0 ? undefined : (id) => place.has(id),
    likelihood: (id) => place.get(id) ?? named.length,
  };
};
