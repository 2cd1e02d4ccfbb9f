import { failingRow } from '../loginhistory/one-login/index.ts';
import type { LoginRow } from '../model/index.ts';
import type { AddressFacts } from './source-address.ts';

/** What it must be read in. */
export const momentNeeds = ['integration', 'loginRows', 'failedAt', 'now', 'refusals'] as const;

/** The Login History row of the failure; undefined where there is none. */
export const recordedFailure = ({ loginRows, ...asked }: AddressFacts): LoginRow | undefined =>
  failingRow(loginRows, asked);

/** When the failure was, as well as it is known: the time given, else that of its Login History row, else now. UTC, ISO 8601. */
export const momentOfFailure = (seen: AddressFacts): string => seen.failedAt ?? recordedFailure(seen)?.at ?? seen.now;

/** Whether that moment is known: a text that somebody pasted may be of any day. */
export const isDated = (seen: AddressFacts): boolean =>
  seen.failedAt !== undefined ||
  seen.refusals.every(({ origin }) => origin === 'attempt') ||
  recordedFailure(seen) !== undefined;
