import { expect } from 'chai';
import { hoursNotNow } from '../../simulator/scenarios/login-hours.ts';
import { body } from '../../simulator/scenarios/prints.ts';
import { scenario, type Scenario } from '../../simulator/scenarios/scenario.ts';
import {
  addLoginIpRange,
  changePassword,
  changeProfileOfUser,
  changeScopes,
  deactivateUser,
  freezeUser,
  removeAppFromPermissionSet,
  setProfilePermission,
  unfreezeUser,
} from '../../simulator/state/admin.ts';
import { createProfile } from '../../simulator/state/people.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const minute = 60_000;

type Composed = Pick<Scenario, 'flow'> & {
  readonly breaks: NonNullable<Scenario['breaks']>;
  readonly root: string;
  readonly next?: string;
  /** What the entry that is told as the change says. */
  readonly change: RegExp;
  /** The status by which it began to fail, and what the entry says that did that. */
  readonly began?: readonly [status: string, change: RegExp];
};

/** What goes on round a failure in any org: more changes than one, changes of a kind that also happen in peace, two gates shut. */
const composed: Readonly<Record<string, Composed>> = {
  'the change that did it, not the nearest nor the first': {
    flow: 'jwt',
    breaks: ({ act, app, user, access, clock }) => {
      changeScopes(act(), app, ['Api', 'Basic', 'RefreshToken']);
      clock.advance(3 * minute);
      removeAppFromPermissionSet(act(), app, access);
      clock.advance(3 * minute);
      changePassword(act(), user, 'x9x9x9x9', 'TT');
    },
    root: 'user-not-preauthorized',
    change: /connected app is disabled$/u,
  },
  'the last of two freezings': {
    flow: 'refresh-token',
    breaks: ({ act, user, clock }) => {
      freezeUser(act(), user);
      clock.advance(3 * minute);
      unfreezeUser(act(), user);
      clock.advance(3 * minute);
      freezeUser(act(), user);
    },
    root: 'user-frozen',
    change: /^Froze user account/u,
  },
  'the deed of the second, where two causes come after one another': {
    flow: 'jwt',
    breaks: async ({ act, user, client, logIn, clock }) => {
      freezeUser(act(), user);
      clock.advance(3 * minute);
      await logIn(client);
      clock.advance(30 * minute);
      deactivateUser(act(), user);
      clock.advance(3 * minute);
    },
    root: 'user-inactive',
    change: /^Deactivated user/u,
    began: ['User Is Frozen', /^Froze user account/u],
  },
  'the deed that was done again, after it was undone while it failed': {
    flow: 'jwt',
    breaks: async ({ act, user, client, logIn, clock }) => {
      freezeUser(act(), user);
      clock.advance(3 * minute);
      await logIn(client);
      clock.advance(3 * minute);
      unfreezeUser(act(), user);
      clock.advance(3 * minute);
      freezeUser(act(), user);
      clock.advance(3 * minute);
    },
    root: 'user-frozen',
    change: /^Froze user account/u,
  },
  'another profile, whose ranges leave the address out': {
    flow: 'jwt',
    breaks: ({ act, org, user }) => {
      const office = createProfile(org, { name: 'Office Only', permissions: new Set(['ApiEnabled']) });
      office.loginIpRanges.push({ start: '10.0.0.0', end: '10.0.0.255' });
      changeProfileOfUser(act(), user, office.id);
    },
    root: 'ip-restricted',
    change: /^Changed profile for user/u,
  },
  'another profile, whose login hours are over': {
    flow: 'refresh-token',
    breaks: ({ act, org, user }) => {
      const early = createProfile(org, { name: 'Early', permissions: new Set(['ApiEnabled']) });
      early.loginHours = hoursNotNow(org.timeZone);
      early.loginHoursTimeZone = org.timeZone;
      changeProfileOfUser(act(), user, early.id);
    },
    root: 'login-hours',
    change: /^Changed profile for user/u,
  },
  'another profile, which may not use the API': {
    flow: 'refresh-token',
    breaks: ({ act, org, user }) => {
      const readers = createProfile(org, { name: 'Readers', permissions: new Set<string>() });
      changeProfileOfUser(act(), user, readers.id);
    },
    root: 'api-disabled-for-user-or-edition',
    change: /^Changed profile for user/u,
  },
  'the permission that stopped the call, and the scope that stops the next': {
    flow: 'jwt',
    breaks: ({ act, app, profile }) => {
      setProfilePermission(act(), profile, 'ApiEnabled', 'API Enabled', false);
      changeScopes(act(), app, ['Basic']);
    },
    root: 'api-disabled-for-user-or-edition',
    next: 'missing-scope',
    change: /API Enabled/u,
  },
  'the hole in a range that was made for others': {
    flow: 'refresh-token',
    breaks: ({ act, profile, clock }) => {
      addLoginIpRange(act(), profile, '10.0.0.0', '10.0.0.255');
      clock.advance(3 * minute);
      addLoginIpRange(act(), profile, '198.51.100.0', '198.51.100.255');
    },
    root: 'ip-restricted',
    change: /^Added Login Ip Range/u,
  },
};

describe('law 14: what changed, where more goes on', function () {
  this.timeout(60_000);

  for (const [what, { flow, breaks, root, next, change, began }] of Object.entries(composed)) {
    it(`tells ${what}`, async () => {
      const played = scenario({ id: 'user-frozen', title: what, leaves: { told: '' }, flow, prints: body, breaks });
      await withScenario(played, {}, async (started) => {
        const { findings } = diagnose({ evidence: (await gatherFor(started)).evidence, causes, speaker, cost });
        const confirmed = (role: string) =>
          findings.filter((one) => one.role === role && one.standing === 'confirmed').map(({ cause }) => cause);
        expect(confirmed('root')).to.deep.equal([root]);
        if (next !== undefined) expect(confirmed('next')).to.include(next);
        expect(findings[0]?.change?.display).to.match(change);
        const [status, deed] = began ?? [];
        expect(findings[0]?.began?.row.status).to.equal(status);
        if (deed !== undefined) expect(findings[0]?.began?.change?.display).to.match(deed);
      });
    });
  }
});
