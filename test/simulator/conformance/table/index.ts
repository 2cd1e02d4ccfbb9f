import type { Table } from '../replay.ts';
import { identityTable } from './identity.ts';
import { metadataTable } from './metadata.ts';
import { restTable } from './rest.ts';
import { eventLogTable } from './event-log.ts';
import { rowsTable } from './rows.ts';
import { soapTable } from './soap.ts';
import { tokenTable } from './token.ts';

/** Every record, by id: how it is replayed, or why it is not. */
export const table: Table = {
  ...tokenTable,
  ...identityTable,
  ...restTable,
  ...rowsTable,
  ...eventLogTable,
  ...metadataTable,
  ...soapTable,
};
