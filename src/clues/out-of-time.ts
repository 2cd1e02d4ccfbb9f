import { clueAboutFailure, rulesOut } from '../model/index.ts';
import type { Clue } from '../model/index.ts';
import { momentNeeds, momentOfFailure } from './moment.ts';
import { span } from './times.ts';

/** Rules a cause out for a failure of a day on which Salesforce did not refuse logins for it: not yet, or no more. */
export const outOfTime = (since: string | undefined, until: string | undefined): Clue =>
  clueAboutFailure('out-of-time', momentNeeds, (facts) => {
    const at = momentOfFailure(facts);
    const isTooEarly = since !== undefined && span(since, at) < 0;
    const isTooLate = until !== undefined && span(until, at) >= 0;
    return isTooEarly || isTooLate ? rulesOut({ at }) : undefined;
  });
