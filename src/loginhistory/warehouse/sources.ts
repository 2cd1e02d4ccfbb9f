import type { ColumnsRead, RowKind } from '../../model/index.ts';

export type Source = { readonly table: string; readonly columns: ColumnsRead };

/** What both objects call alike. */
const history = {
  status: 'Status',
  user_id: 'UserId',
  source_ip: 'SourceIp',
  login_type: 'LoginType',
  login_sub_type: 'LoginSubType',
  application: 'Application',
  country_iso: 'CountryIso',
};

/** Tables as a connector of Salesforce leaves them: named as the object, each field a column. */
export const sources: Readonly<Record<RowKind, Source>> = {
  'login-history': { table: 'LoginHistory', columns: { time: 'LoginTime', ...history } },
  'login-event': { table: 'LoginEvent', columns: { time: 'EventDate', ...history, username: 'Username' } },
  'event-log-file': {
    table: 'EventLogFile',
    columns: {
      event_type: 'EVENT_TYPE',
      time: 'TIMESTAMP_DERIVED',
      status: 'LOGIN_STATUS',
      user_id: 'USER_ID_DERIVED',
      username: 'USER_NAME',
      source_ip: 'SOURCE_IP',
      login_type: 'LOGIN_TYPE',
      login_sub_type: 'LOGIN_SUB_TYPE',
    },
  },
};
