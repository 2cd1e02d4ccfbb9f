import { withoutSecrets } from '../../../recognition/secrets.ts';

export type UnreadReason =
  | 'before-header'
  | 'too-few-columns'
  | 'too-many-columns'
  | 'no-status'
  | 'no-time'
  | 'time-not-understood'
  | 'date-impossible'
  | 'zone-unknown'
  | 'other-event'
  | 'no-login'
  | 'no-json'
  | 'answer-cut'
  | 'no-tally'
  | 'record-too-long'
  | 'too-many-groups'
  | 'stream-broken';

type UnreadSample = {
  /** From 1, as an editor counts. Of times: the first line on which it stands. */
  readonly line: number;
  readonly reason: UnreadReason;
  /** What stands there, cut. */
  readonly text?: string;
  /** Rows that are left out for it. */
  readonly rows: number;
};

/** What could not be understood, and was not counted. */
export type Unread = {
  readonly rows: number;
  readonly byReason: Readonly<Partial<Record<UnreadReason, number>>>;
  /** The first ones of each reason, by line. */
  readonly samples: readonly UnreadSample[];
};

const samplesEach = 5;
const longestText = 80;

const cut = (text: string): string =>
  withoutSecrets(text.length > longestText ? `${text.slice(0, longestText)}…` : text);

/** Counts what is left out, and keeps a few lines of each kind. */
export const unreadBook = () => {
  const byReason = new Map<UnreadReason, number>();
  const samples: UnreadSample[] = [];
  const shown = new Map<UnreadReason, number>();
  return {
    note: (reason: UnreadReason, line: number, text?: string, rows = 1): void => {
      byReason.set(reason, (byReason.get(reason) ?? 0) + rows);
      const before = shown.get(reason) ?? 0;
      if (before >= samplesEach) return;
      shown.set(reason, before + 1);
      samples.push({ line, reason, rows, ...(text === undefined ? {} : { text: cut(text) }) });
    },
    result: (): Unread => ({
      rows: [...byReason.values()].reduce((sum, rows) => sum + rows, 0),
      byReason: Object.fromEntries(byReason),
      samples: samples.toSorted((a, b) => a.line - b.line),
    }),
  };
};

export type UnreadBook = ReturnType<typeof unreadBook>;
