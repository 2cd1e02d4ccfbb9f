import { ownRows } from '../history/index.ts';
import type { Facts, LoginRow } from '../model/index.ts';

type Seen = Pick<Facts, 'loginRows' | 'integration'>;

/** The newest row of Login History that is of the integration's app. */
export const newestOwn = ({ loginRows, integration }: Seen): LoginRow | undefined => ownRows(loginRows, integration)[0];

/** Whether the integration's app ever logged this user in from an address, as far back as the rows go. */
export const wentWellFrom = (address: string, { loginRows, integration }: Seen): boolean =>
  ownRows(loginRows, integration).some(({ success, sourceIp }) => success && sourceIp === address);

/** Logins of the integration's app that went well, newest first. */
export const ownSuccesses = ({ loginRows, integration }: Seen): readonly LoginRow[] =>
  ownRows(loginRows, integration).filter(({ success }) => success);
