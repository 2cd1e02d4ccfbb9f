import { known, valueOf } from '../model/index.ts';
import type { Evidence, Fact } from '../model/index.ts';
import { mapFact, setFact } from './touch.ts';

/**
 * A change made at the moment of the judgement: what went well before says nothing of what it left. That one is known, whatever else was
 * changed.
 */
export const changedNow = (evidence: Evidence): Evidence => {
  const at = valueOf(evidence.now) ?? '';
  const entry = { at, action: '', display: '', about: 'org' } as const;
  return { ...evidence, changes: setFact(evidence.changes, [entry, ...(valueOf(evidence.changes) ?? [])]) };
};

const later = (at: string, byMs: number): string => new Date(Date.parse(at) + byMs).toISOString();

/** The same login on another day, as if it went on logging in until then just as it did. */
export const onTheDay = (evidence: Evidence, at: string): Evidence => {
  const now = valueOf(evidence.now);
  const byMs = now === undefined ? 0 : Date.parse(at) - Date.parse(now);
  return {
    ...evidence,
    now: known(at, { place: 'asked' }),
    loginRows: mapFact(evidence.loginRows, (rows) => rows.map((row) => ({ ...row, at: later(row.at, byMs) }))),
    user: mapFact(evidence.user, (user) =>
      user?.lastLogin?.at === undefined ? user : { ...user, lastLogin: { at: later(user.lastLogin.at, byMs) } },
    ),
    grants: mapFact(evidence.grants, (grants) =>
      grants.map(({ lastUsedAt, ...grant }) =>
        lastUsedAt === undefined ? grant : { ...grant, lastUsedAt: later(lastUsedAt, byMs) },
      ),
    ),
  };
};

/** Judged as a login at that moment: what of it hangs on the hour. */
export const loggingInAt = (evidence: Evidence, at: string): Evidence => ({
  ...evidence,
  failedAt: known(at, { place: 'asked' }) satisfies Fact<string>,
});
