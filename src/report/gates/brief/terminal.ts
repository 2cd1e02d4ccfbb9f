import type { AppCheck } from '../../../model/index.ts';
import type { BriefPage } from '../../brief/brief.ts';
import { showGroups } from '../../brief/terminal.ts';
import { composeCheckBrief } from './compose.ts';

/** The short screen of a check. Pure. Ends with a line break. */
export const renderCheckBrief = (
  check: AppCheck,
  { colour, ...page }: BriefPage & { readonly colour: boolean },
): string => showGroups(composeCheckBrief(check, page), colour);
