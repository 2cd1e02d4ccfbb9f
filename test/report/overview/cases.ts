import { overviewOf } from '../../../src/loginhistory/overview.ts';
import type { Overview } from '../../../src/model/index.ts';
import { cases } from '../loginhistory/cases.ts';
import { without } from '../../support/without.ts';

const failing: Overview = overviewOf({
  ...cases.alarm,
  groups: cases.alarm.groups.map((group) => without(group, 'firstSuccessAfter')),
});

/** What fails in an org, and an org in which nothing does. */
export const overviews = {
  failing,
  quiet: { ...failing, failing: [], silent: [], outcome: 'healthy' },
  unseen: { ...failing, failing: [], outcome: 'inconclusive', whole: false, permission: 'MonitorLoginHistory' },
} as const satisfies Readonly<Record<string, Overview>>;
