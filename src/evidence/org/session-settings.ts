import { defined } from '../../model/index.ts';
import type { SessionSettings } from '../../model/index.ts';
import { truth } from './rows.ts';
import { settingsQuestion } from './settings.ts';

export const sessionSettings = settingsQuestion<SessionSettings>(
  {
    object: 'SessionSettings',
    columns: {
      LockSessionsToIp: 'lockSessionsToIp',
      EnforceIpRangesEveryRequest: 'enforceIpRangesEveryRequest',
    },
    component: { type: 'SecuritySettings', fullName: 'Security', within: 'sessionSettings' },
    checked: '2026-11-30',
  },
  (row) =>
    defined({
      lockedToAddress: truth(row.LockSessionsToIp),
      rangesOnEveryRequest: truth(row.EnforceIpRangesEveryRequest),
    }),
);
