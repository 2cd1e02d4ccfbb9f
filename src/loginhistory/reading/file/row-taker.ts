import type { Columns } from './columns.ts';
import type { UnreadReason } from './unread.ts';

/** What the readers of the formats hand their records to. `line`: where it starts, from 1; of a JSON document the number of the row. */
export type RowTaker = {
  /** There are rows of these columns, or could be. */
  readonly header: (columns: Columns) => void;
  readonly row: (columns: Columns, record: readonly string[], line: number) => void;
  /** `rows`: how many are left out for it, one unless told. */
  readonly unread: (reason: UnreadReason, line: number, text?: string, rows?: number) => void;
  /** It is an answer with login rows, and there are none in it. */
  readonly nothing: () => void;
};
