import { failingRow } from '../history/index.ts';
import type { Seen } from './source-address.ts';

/** What it must be read in. */
export const momentNeeds = ['integration', 'loginRows', 'failedAt', 'now', 'refusals'] as const;

/** When the failure was, as well as it is known: the time given, else that of its Login History row, else now. UTC, ISO 8601. */
export const momentOfFailure = ({ loginRows, ...asked }: Seen): string =>
  asked.failedAt ?? failingRow(loginRows, asked)?.at ?? asked.now;

/** Whether that moment is known: a text that somebody pasted may be of any day. */
export const isDated = ({ loginRows, ...asked }: Seen): boolean =>
  asked.failedAt !== undefined ||
  asked.refusals.every(({ origin }) => origin === 'attempt') ||
  failingRow(loginRows, asked) !== undefined;
