import { overviewOf } from '../../../src/loginhistory/overview.ts';
import type { LoginHere, LoginsHere, Overview, StoredLogin } from '../../../src/model/index.ts';
import { cases as diagnoses } from '../cases/index.ts';
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

const login = (overrides: Partial<StoredLogin>): StoredLogin => ({
  username: 'ci@acme.com',
  kind: 'jwt',
  decrypts: true,
  ...overrides,
});

export const here: readonly LoginHere[] = [
  { login: login({ alias: 'nightly' }), state: 'works', diagnosis: { ...diagnoses.healthy } },
  { login: login({ username: 'old@acme.com', kind: 'refresh-token' }), state: 'fails', diagnosis: diagnoses.found },
  {
    login: login({ username: 'new@acme.com', alias: 'new', kind: 'access-token' }),
    state: 'not-tried',
    diagnosis: { ...diagnoses.undecided, findings: [] },
  },
];

/** A login that works, one that fails, and one that nobody tried. */
export const logins: LoginsHere = {
  schemaVersion: 1,
  outcome: 'cause-found',
  logins: here,
  cost: { orgRoundTrips: 0, requests: 7, milliseconds: 900 },
};
