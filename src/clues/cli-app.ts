import type { Integration } from '../model/index.ts';

/** The app that the CLI logs in with where nobody names another. Source: `DEFAULT_CONNECTED_APP_INFO` of @salesforce/core. */
const key = 'platformcli';

/** Whether the login goes through the CLI's own app: made for people, and used by them. */
export const isCliApp = ({ app, consumerKey }: Integration): boolean =>
  [app, consumerKey].some((text) => text?.toLowerCase() === key);
