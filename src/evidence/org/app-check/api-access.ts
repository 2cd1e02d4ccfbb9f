import type { ApiAccess } from '../../../model/index.ts';
import { present, truth } from '../rows.ts';
import { settingsQuestion } from '../settings.ts';

/** Where the org was never given API Access Control, the column is empty: absent, not false. */
export const apiAccess = settingsQuestion<ApiAccess>(
  'ConnectedAppSettings',
  ['IsAdminApprovedAppsOnlyEnabled'],
  (row) => present({ adminApprovedAppsOnly: truth(row.IsAdminApprovedAppsOnlyEnabled) }),
);
