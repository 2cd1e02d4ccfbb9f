import { flowOfRow, ownRows as rowsOf } from '../loginhistory/one-login/index.ts';
import type { Facts, LoginRow } from '../model/index.ts';

type RowFacts = Pick<Facts, 'loginRows' | 'integration'>;

/** Rows of the integration's app and flow, newest first. */
export const ownRows = ({ loginRows, integration }: RowFacts): readonly LoginRow[] => rowsOf(loginRows, integration);

/** The newest row of Login History that is of the integration's app. */
export const newestOwn = (seen: RowFacts): LoginRow | undefined => ownRows(seen)[0];

/** Whether the integration's app ever logged this user in from an address, as far back as the rows go. */
export const wentWellFrom = (address: string, seen: RowFacts): boolean =>
  ownRows(seen).some(({ success, sourceIp }) => success && sourceIp === address);

/** Logins of the integration's app that went well, newest first. */
export const ownSuccesses = (seen: RowFacts): readonly LoginRow[] => ownRows(seen).filter(({ success }) => success);

/** The newest SOAP login() of the user that went well, where a row tells that it was one. */
export const newestSoapSuccess = (seen: RowFacts): LoginRow | undefined =>
  ownSuccesses(seen).find((row) => flowOfRow(row) === 'soap-login');
