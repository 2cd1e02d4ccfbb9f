/**
 * What is read of a file of EventLogFile, EventType Login, by the columns of both sets that were seen (2021 and 2023). `USER_NAME` is what
 * was sent, whether the org has such a user or not; `LOGIN_STATUS` one of the codes of the status page.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login.htm
 */
const eventLogColumns = {
  EVENT_TYPE: 'event',
  TIMESTAMP: 'compactTime',
  TIMESTAMP_DERIVED: 'time',
  USER_ID: 'userId',
  USER_ID_DERIVED: 'userId',
  USER_NAME: 'user',
  LOGIN_STATUS: 'status',
  LOGIN_TYPE: 'loginType',
  LOGIN_SUB_TYPE: 'loginSubType',
  SOURCE_IP: 'sourceIp',
} as const;

type EventMeaning = (typeof eventLogColumns)[keyof typeof eventLogColumns];

const meanings: Readonly<Record<string, EventMeaning>> = eventLogColumns;

export const eventMeaning = (column: string): EventMeaning | undefined => meanings[column];

/** Where each meaning stands in a record. A derived column comes later, and is the 18-character or readable form of the same thing. */
export const placesOf = <M extends string>(
  header: readonly string[],
  meaningOf: (column: string) => M | undefined,
): ReadonlyMap<M, number> => {
  const at = new Map<M, number>();
  for (const [index, name] of header.entries()) {
    const meaning = meaningOf(name);
    if (meaning !== undefined && (!at.has(meaning) || name.endsWith('_DERIVED'))) at.set(meaning, index);
  }
  return at;
};
