import { clueAboutFailure, proves, rulesOut, suggests } from '../model/index.ts';
import type { CauseId, Clue, LoginRow, Pointer } from '../model/index.ts';
import { failingRow } from '../loginhistory/one-login/index.ts';

const values = (row: LoginRow): Record<string, string | number> => ({
  status: row.status,
  at: row.at,
  sourceIp: row.sourceIp ?? '-',
  application: row.application ?? '-',
});

const points = (pointer: Pointer, id: CauseId): boolean => pointer.decides === id || pointer.suspects.includes(id);

/**
 * What the Login History row of the failing minute says of this cause. The row is written by the org itself and overrules
 * the text: a cause that only the text names is ruled out as the reason of this failure when the row names others.
 */
export const inHistory = (id: CauseId): Clue =>
  clueAboutFailure(
    'in-history',
    ['loginRows', 'failedAt', 'now', 'refusals', 'integration'],
    ({ loginRows, refusals, ...asked }) => {
      const row = failingRow(loginRows, { ...asked, refusals });
      if (row?.recognised !== true) return undefined;
      if (row.decides === id) return proves(values(row), row.at);
      if (row.suspects.includes(id)) return suggests(values(row), row.at);
      return refusals.some((refusal) => points(refusal, id)) ? rulesOut(values(row)) : undefined;
    },
  );
