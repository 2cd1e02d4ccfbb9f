import type { CauseId, Evidence, LoginRow, Pointer, Refusal } from '../model/index.ts';
import { valueOf } from '../model/index.ts';
import { failingRow, turningPoint } from '../history/index.ts';
import type { TurningPoint } from '../history/index.ts';

/** The failure that was seen: in the words of the client, and in the org's own record, which overrules them. */
export type Failure = {
  readonly refusals: readonly Refusal[];
  readonly row?: LoginRow;
  readonly turning: TurningPoint;
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
    integration: valueOf(evidence.integration),
  });

/** Reads from the evidence what was seen of the failure. Pure. */
export const failureOf = (evidence: Evidence): Failure => {
  const refusals = valueOf(evidence.refusals) ?? [];
  const row = rowOf(evidence);
  const until = row?.at ?? valueOf(evidence.failedAt) ?? valueOf(evidence.now) ?? '';
  const turning = turningPoint(valueOf(evidence.loginRows) ?? [], until);
  const named = row?.recognised === true ? names(row) : [...new Set(refusals.flatMap(names))];
  const place = new Map(named.map((id, index) => [id, index]));
  return {
    refusals,
    ...(row === undefined ? {} : { row }),
    turning,
    accounts: named.length === 0 ? undefined : (id) => place.has(id),
    likelihood: (id) => place.get(id) ?? named.length,
  };
};
