import { columnsOfLog, csvOf, filesOf } from '../event-log.ts';
import type { Table } from './row.ts';

/** `LogFile` reads as the path of the log itself, under the version of the recording. */
export const eventLogFiles: Table = ({ org, now }) =>
  filesOf(org, now).map((file) => ({
    Id: file.id,
    ApiVersion: 67,
    EventType: 'Login',
    LogDate: file.from,
    Interval: org.eventLog,
    Sequence: org.eventLog === 'Hourly' ? 1 : 0,
    LogFile: `/services/data/v58.0/sobjects/EventLogFile/${file.id}/LogFile`,
    LogFileContentType: 'text/csv',
    LogFileFieldNames: columnsOfLog.join(','),
    LogFileLength: Buffer.byteLength(csvOf(org, file)),
    CreatedDate: file.writtenAt,
    LastModifiedDate: file.writtenAt,
    SystemModstamp: file.writtenAt,
  }));
