import type { LoginsHere, Overview } from '../../model/index.ts';
import type { BriefPage } from '../brief/brief.ts';
import { showGroups } from '../brief/terminal.ts';
import { composeLogins } from './logins.ts';
import { composeOverview } from './compose.ts';

type Page = BriefPage & { readonly colour: boolean };

/** What fails in an org now, as a screen. Pure. Ends with a line break. */
export const renderOverview = (overview: Overview, { colour, ...page }: Page): string =>
  showGroups(composeOverview(overview, page), colour);

/** The logins of this machine, as a screen. Pure. Ends with a line break. */
export const renderLogins = (logins: LoginsHere, { colour, ...page }: Page): string =>
  showGroups(composeLogins(logins, page), colour);
