import { defined } from '../../../model/index.ts';
import type { ApiAccess } from '../../../model/index.ts';
import { truth } from '../rows.ts';
import { settingsQuestion } from '../settings.ts';

/** Where the org was never given API Access Control, the column is null. */
export const apiAccess = settingsQuestion<ApiAccess>(
  {
    object: 'ConnectedAppSettings',
    columns: { IsAdminApprovedAppsOnlyEnabled: 'enableAdminApprovedAppsOnly' },
    component: { type: 'ConnectedAppSettings', fullName: 'ConnectedApp' },
    checked: '2026-11-30',
  },
  (row) => defined({ adminApprovedAppsOnly: truth(row.IsAdminApprovedAppsOnlyEnabled) }),
);
