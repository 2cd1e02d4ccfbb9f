import { failingRow } from '../history/index.ts';
import type { Facts } from '../model/index.ts';

/**
 * The address that the failing login came from, as its Login History row tells. Undefined where addresses were given:
 * then those count, and other clues read them.
 */
export const seenAddress = ({
  integration,
  loginRows,
  failedAt,
}: Pick<Facts, 'integration' | 'loginRows' | 'failedAt'>): string | undefined =>
  integration.sourceIps.length > 0 ? undefined : failingRow(loginRows, { failedAt, integration })?.sourceIp;
