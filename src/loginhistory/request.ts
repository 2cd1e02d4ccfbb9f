import { dayMs } from '../model/index.ts';
import type { FailureFilters, Grouping } from '../model/index.ts';

/** What `sf auth loginhistory failures` is asked. Times: epoch ms, UTC. */
export type FailuresRequest = {
  /** Alias or username of the org session that looks. One of `targetOrg` and `file` is there. */
  readonly targetOrg?: string;
  readonly apiVersion?: string;
  /** Path of a login file; `-`: standard input. */
  readonly file?: string;
  /** The file is a tally, made by a warehouse. */
  readonly tallied?: true;
  /** IANA name of the zone of whoever exported the file. */
  readonly zone?: string;
  /** A point in time, or a length back from the end. */
  readonly since?: { readonly at: number } | { readonly back: number };
  readonly until?: number;
  readonly by: Grouping;
  readonly filters: FailureFilters;
  readonly threshold?: { readonly limit: number; readonly windowMs: number };
  /** `windowMs` absent: as long as the window asked for. */
  readonly spike?: { readonly factor: number; readonly windowMs?: number };
  readonly now: number;
};

/** Where nothing else is said, an org is asked for the last day. */
const usualBackMs = dayMs;

export type Span = { readonly since: number; readonly until: number };

/** From when to when. `end`: where `--until` is not given. */
export const spanFor = (
  { since, until }: Pick<FailuresRequest, 'since' | 'until'>,
  end: number,
  start?: number,
): Span => {
  const to = until ?? end;
  if (since === undefined) return { since: start ?? to - usualBackMs, until: to };
  return { since: 'at' in since ? since.at : to - since.back, until: to };
};
