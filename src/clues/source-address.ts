import { failingRow } from '../loginhistory/one-login/index.ts';
import type { Facts } from '../model/index.ts';

/** What tells which row is that of the failure. */
export type AddressFacts = Pick<Facts, 'integration' | 'loginRows' | 'failedAt' | 'now' | 'refusals'>;

/** The address that the failing login came from, as its Login History row tells. */
export const rowAddress = ({ loginRows, ...asked }: AddressFacts): string | undefined =>
  failingRow(loginRows, asked)?.sourceIp;

/** As `rowAddress`. Undefined where addresses were given: then those count, and other clues read them. */
export const seenAddress = (seen: AddressFacts): string | undefined =>
  seen.integration.sourceIps.length > 0 ? undefined : rowAddress(seen);
