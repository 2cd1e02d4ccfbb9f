import type { Pointer } from '../../model/index.ts';

/** One value of LoginHistory.Status with the LOGIN_STATUS code of the event log that means the same. */
export type StatusRow = Partial<Pointer> & {
  /** As the page or the record shows it. Compared in any case, trimmed, with and without "Failed: ". */
  readonly value?: string;
  readonly variants?: readonly string[];
  readonly code?: string;
  readonly evidence: 'documented' | 'observed';
  /** The documented label goes on after these words. */
  readonly prefix?: true;
  /** Too common a wording to be taken for a status where it stands in a text. */
  readonly common?: true;
};
