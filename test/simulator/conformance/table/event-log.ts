import { columnsOfLog } from '../../../../simulator/data/event-log.ts';
import { addLoginRow } from '../../../../simulator/index.ts';
import type { Stage } from '../../auth/support.ts';
import { ask, query } from '../data.ts';
import type { Table } from '../replay.ts';

/** One login on the day of the recorded file, and the day after it is over. */
const dayOfLogins = (stage: Stage): void => {
  const { org } = stage.sim;
  org.eventLog = 'Daily';
  org.loginRows = [];
  const userId = org.users[0]!.id;
  addLoginRow(org, {
    at: Date.parse('2023-12-18T05:48:31.655Z'),
    userId,
    status: 'Success',
    sourceIp: '198.51.100.58',
  });
  stage.sim.clock.set(Date.parse('2023-12-19T21:04:35Z'));
};

export const eventLogTable: Table = {
  'rest-query-eventlogfile': {
    situation: 'the event log file of a day',
    ask: (stage) => {
      dayOfLogins(stage);
      const soql =
        "SELECT Id,CreatedDate,LogDate,LogFile FROM EventLogFile WHERE EventType = 'Login' ORDER BY CreatedDate ASC NULLS FIRST";
      return query(stage, soql, 58);
    },
    check: 'members',
  },
  'eventlogfile-csv': {
    situation: 'the log of a day, with one login',
    ask: async (stage) => {
      dayOfLogins(stage);
      const { text } = await query(stage, "SELECT LogFile FROM EventLogFile WHERE EventType = 'Login'", 58);
      const { records } = JSON.parse(text) as { records: ReadonlyArray<{ LogFile: string }> };
      return ask(stage, records[0]?.LogFile ?? '');
    },
    check: 'pieces',
    pieces: [
      columnsOfLog.map((name) => `"${name}"`).join(','),
      '"Login","20231218054831.655",',
      '"2023-12-18T05:48:31.655Z"',
      '"LOGIN_NO_ERROR","198.51.100.58"',
    ],
  },
};
