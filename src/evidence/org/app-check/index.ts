import { roadsTo } from '../roads-to.ts';
import { apiAccess } from './api-access.ts';
import { appNames } from './app-names.ts';
import { appState } from './app-state.ts';
import { appTokens } from './app-tokens.ts';
import { exchangeHandlers } from './exchange-handlers.ts';
import { groupMembers } from './group-members.ts';
import { runAs } from './run-as.ts';
import { tokenIpRanges } from './token-ip-ranges.ts';

/** What only `sf auth connectedapp check` asks an org: one file each. */
export const appQuestions = {
  appState,
  appTokens,
  appNames,
  runAs,
  exchangeHandlers,
  apiAccess,
  approveUninstalled: roadsTo('CanApproveUninstalledApps'),
  tokenIpRanges,
  groupMembers,
};
