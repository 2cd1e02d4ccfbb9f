import { expect } from 'chai';
import { addAuditRow, addLoginRow } from '../../../simulator/state/rows.ts';
import { changeMaxLoginAttempts } from '../../../simulator/state/admin.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';
import { openHistory } from '../../../src/loginhistory/look/org.ts';
import { followOrg } from '../../../src/loginhistory/look/follow.ts';
import type { Followed } from '../../../src/model/index.ts';
import { inHome } from '../../support/home.ts';
import { lookAt, none, withOrg } from '../support/org.ts';
import { day, hour, minute } from '../support/pieces.ts';

const nothing = (): void => undefined;

type Given = {
  readonly status: string;
  readonly application?: string;
  readonly sourceIp?: string;
  readonly loginSubType?: string;
};

const add = ({ stage }: Started, count: number, back: number, step: number, given: Given): void => {
  const from = stage.clock.now() - back;
  for (let at = 0; at < count; at += 1)
    addLoginRow(stage.org, { userId: stage.user.id, application: stage.app.name, ...given, at: from + at * step });
};

describe('loginhistory: the failures of an org', () => {
  it('leads to the cause, the last success and the change that did it', () =>
    withOrg('user-frozen', {}, nothing, async (started) => {
      const result = await lookAt(started);
      const [group] = result.groups;
      expect(result.outcome).to.equal('listed');
      expect(result.totals).to.deep.include({ failures: 1, incidents: { atLeast: 1, exact: true } });
      expect(group).to.deep.include({ key: 'user-frozen', title: '(user-frozen)', rows: 1 });
      expect(group?.users.top).to.deep.equal([{ value: started.info.username, rows: 1 }]);
      expect(group?.apps.top).to.deep.equal([{ value: 'Marketing Sync', rows: 1 }]);
      expect(Date.parse(group?.lastSuccessBefore ?? '')).to.be.below(Date.parse(group?.first ?? ''));
      expect(group?.changes[0]).to.include({ action: 'frozeuser', likely: true });
    }));

  it('an attempt at eleven hosts is one incident, and what comes behind a proxy is named', () =>
    withOrg(
      'healthy',
      {},
      (started) => {
        add(started, 11, 2 * hour, 600, { status: 'User is Inactive' });
        addLoginRow(started.stage.org, {
          at: started.stage.clock.now() - hour,
          userId: started.stage.admin.id,
          status: 'Invalid Password',
          loginType: 'Application',
          sourceIp: '198.51.100.24',
          forwardedForIp: '10.0.0.3',
        });
      },
      async (started) => {
        const { groups } = await lookAt(started);
        expect(groups.map(({ key, rows, incidents }) => [key, rows, incidents])).to.deep.equal([
          // Eleven rows in seconds may be one attempt of the CLI, and may be more.
          ['user-inactive', 11, { atLeast: 1, exact: false }],
          ['wrong-username-or-password', 1, { atLeast: 1, exact: true }],
        ]);
        expect(groups[1]?.addresses.top).to.deep.equal([
          { value: '198.51.100.24', rows: 1, forwardedFor: ['10.0.0.3'] },
        ]);
      },
    ));

  it('a storm of wrong passwords is heading for the lockout that this org has set', () =>
    withOrg(
      'healthy',
      {},
      (started) => {
        changeMaxLoginAttempts(started.stage.act(), 5);
        add(started, 40, 30 * minute, 20_000, { status: 'Invalid Password', loginSubType: 'OauthUsernamePassword' });
      },
      async (started) => {
        const { storms } = await lookAt(started);
        expect(storms).to.have.lengthOf(1);
        expect(storms[0]).to.deep.include({ user: started.info.username, rows: 40, lockoutUnknown: false });
        expect(storms[0]?.ahead[0]).to.deep.equal({
          kind: 'lockout',
          wrongPasswords: 40,
          limit: 5,
          minutes: 15,
          state: 'enough',
        });
      },
    ));

  it('counts again in finer pieces where hours leave a threshold open', () =>
    withOrg(
      'healthy',
      {},
      (started) => {
        const { stage } = started;
        const start = Math.floor((stage.clock.now() - 5 * hour) / hour) * hour;
        const rows = [
          ...Array.from({ length: 12 }, (_none, at) => at * 5 * minute),
          ...Array.from({ length: 12 }, (_none, at) => 20 * minute + at * 10_000),
        ];
        for (const at of rows)
          addLoginRow(stage.org, {
            at: start + at,
            userId: stage.user.id,
            status: 'Restricted IP',
            application: stage.app.name,
          });
      },
      async (started) => {
        const exceeded = await lookAt(started, { threshold: { limit: 12, windowMs: 5 * minute } });
        expect(exceeded.threshold).to.deep.include({ state: 'exceeded' });
        expect(exceeded.outcome).to.equal('alarm');
        const kept = await lookAt(started, { threshold: { limit: 20, windowMs: 5 * minute } });
        expect(kept.threshold).to.deep.include({ state: 'kept' });
        expect(kept.outcome).to.equal('no-alarm');
      },
    ));

  it('compares with the windows before', () =>
    withOrg(
      'healthy',
      {},
      (started) => {
        add(started, 8, 8 * hour, hour, { status: 'Restricted IP' });
        add(started, 30, 40 * minute, minute, { status: 'Restricted IP' });
      },
      async (started) => {
        const asked = { since: { back: hour }, spike: { factor: 3 } };
        const { spikes, spiking } = await lookAt(started, asked);
        expect(spiking).to.deep.equal({ factor: 3, windowMs: hour });
        expect(spikes).to.have.lengthOf(1);
        expect(spikes[0]).to.deep.include({ key: 'ip-restricted' });
        expect(spikes[0]?.baseline).to.include({ median: 1, windows: 7 });
      },
    ));

  it('names an integration that stopped, and with a threshold that is an alarm', () =>
    withOrg(
      'healthy',
      {},
      ({ stage }) => {
        for (let back = 7 * day; back > 9 * hour; back -= hour)
          addLoginRow(stage.org, {
            at: stage.clock.now() - back,
            userId: stage.admin.id,
            status: 'Success',
            application: 'Nightly ETL',
          });
      },
      async (started) => {
        const listed = await lookAt(started);
        expect(listed.silences.map(({ app, user }) => [app, user])).to.deep.equal([['Nightly ETL', 'admin@acme.com']]);
        expect(listed.outcome).to.equal('listed');
        const watched = await lookAt(started, { threshold: { limit: 100, windowMs: hour } });
        expect(watched.outcome).to.equal('alarm');
      },
    ));

  it('without the right to see all rows it says so, and is never healthy', () =>
    withOrg('user-frozen', { deny: ['MonitorLoginHistory', 'ManageUsers'] }, nothing, async (started) => {
      const { outcome, completeness, groups } = await lookAt(started, { threshold: { limit: 5, windowMs: hour } });
      expect(groups).to.deep.equal([]);
      expect(outcome).to.equal('inconclusive');
      expect(completeness).to.deep.include({
        whole: false,
        ownRowsOnly: true,
        permission: 'Monitor Login History',
        silenceLookedFor: false,
      });
    }));

  it('without View Setup the changes are not absent, but not seen', () =>
    withOrg('user-frozen', { deny: ['ViewSetup'] }, nothing, async (started) => {
      const { completeness, groups } = await lookAt(started);
      expect(groups[0]?.changes).to.deep.equal([]);
      expect(completeness.changesUnseen).to.deep.equal({ permission: 'View Setup and Configuration' });
    }));

  it('filters by user, app, address, type and status', () =>
    withOrg(
      'user-frozen',
      {},
      (started) =>
        add(started, 3, hour, 1000, { status: 'Restricted IP', application: 'ETL', sourceIp: '198.51.100.9' }),
      async (started) => {
        const failures = async (filters: Parameters<typeof lookAt>[1]) =>
          (await lookAt(started, filters)).totals.failures;
        expect(await failures({ filters: { usernames: [started.info.username] } })).to.equal(4);
        expect(await failures({ filters: { apps: ['etl'] } })).to.equal(3);
        expect(await failures({ filters: { sourceIps: ['198.51.100.0/24'] } })).to.equal(3);
        expect(await failures({ filters: { statuses: ['User Is Frozen'] } })).to.equal(1);
        expect(await failures({ filters: { loginTypes: ['Application'] } })).to.equal(0);
        const nobody = lookAt(started, { filters: { usernames: ['nobody@acme.com'] } });
        expect(await nobody.catch((error: unknown) => error)).to.include({ key: 'username-unknown' });
      },
    ));

  it('says from when on it read the changes, where there are more than it reads', () =>
    withOrg(
      'user-frozen',
      {},
      ({ stage }) => {
        const last = stage.clock.now() - hour;
        for (let at = 0; at < 2100; at += 1)
          addAuditRow(stage.org, last - at * 1000, stage.admin.id, ['changedsomething', 'Other', 'Changed something']);
      },
      async (started) => {
        const { completeness } = await lookAt(started);
        const from = Date.parse(completeness.changesFrom ?? '');
        const last = started.stage.clock.now() - hour;
        expect(from).to.be.within(last - 2050 * 1000, last - 1900 * 1000);
      },
    ));

  it('reads the failures one by one where there are not too many, and then tells a threshold to the second', () =>
    withOrg(
      'healthy',
      {},
      (started) => add(started, 2400, 40 * minute, 1000, { status: 'Invalid Password' }),
      async (started) => {
        const { threshold } = await lookAt(started, { threshold: { limit: 599, windowMs: 10 * minute } });
        expect(threshold).to.deep.include({ state: 'exceeded' });
        expect(threshold?.highest).to.include({ rows: 600 });
        const kept = await lookAt(started, { threshold: { limit: 600, windowMs: 10 * minute } });
        expect(kept.threshold?.state).to.equal('kept');
      },
    ));

  it('counts in finer pieces where there are too many to be read', () =>
    withOrg(
      'healthy',
      {},
      (started) => add(started, 5000, 50 * minute, 500, { status: 'Invalid Password' }),
      async (started) => {
        const { threshold } = await lookAt(started, { threshold: { limit: 900, windowMs: 10 * minute } });
        expect(threshold).to.deep.include({ state: 'exceeded' });
        const kept = await lookAt(started, { threshold: { limit: 1500, windowMs: 10 * minute } });
        expect(kept.threshold?.state).to.equal('kept');
      },
    ));

  it('filtered by address, the successes are those of the address too', () =>
    withOrg('healthy', {}, nothing, async (started) => {
      const all = await lookAt(started, { filters: { sourceIps: ['203.0.113.7'] } });
      const other = await lookAt(started, { filters: { sourceIps: ['192.0.2.1'] } });
      expect(all.totals.successes).to.be.above(0);
      expect(other.totals.rows).to.equal(0);
      expect(other.outcome).to.equal('inconclusive');
    }));

  it('only reads: nothing but GETs, alone or together', () =>
    withOrg('user-frozen', {}, nothing, async (started) => {
      await lookAt(started, { threshold: { limit: 0, windowMs: minute }, spike: { factor: 2 } });
      for (const { method, path, body } of started.sim.log.entries) {
        expect(method === 'GET' || /\/composite(?:\/batch)?$/u.test(path), `${method} ${path}`).to.equal(true);
        expect(body).not.to.match(/"method":"(?!GET")/u);
      }
    }));

  it('costs the org as many of its daily API requests as docs/monitoring.md says, with a hundred thousand rows', () =>
    withOrg('user-frozen', { rows: 100_000 }, nothing, async (started) => {
      const before = started.stage.org.apiUsage;
      await lookAt(started, { since: { back: hour / 2 }, threshold: { limit: 20, windowMs: 15 * minute } });
      expect(started.stage.org.apiUsage - before).to.be.at.most(8);
      expect(started.sim.log.entries.length).to.be.at.most(8);
    }));

  it('follows what is new, and tells each row once', () =>
    withOrg('user-frozen', {}, nothing, async (started) => {
      const { stage, info } = started;
      const told: Followed[] = [];
      const stop = new AbortController();
      let looks = 0;
      const request = { by: 'cause' as const, now: stage.clock.now(), filters: none };
      const totals = await inHome(info.env, async () =>
        followOrg({
          history: await openHistory('admin'),
          request,
          intervalMs: 1,
          signal: stop.signal,
          begun: () => Promise.resolve(),
          tell: (one) => told.push(one),
          wait: () => {
            looks += 1;
            const at = stage.clock.now();
            if (looks === 1)
              addLoginRow(stage.org, { at, userId: stage.user.id, status: 'User Is Frozen', application: 'ETL' });
            if (looks === 2)
              addLoginRow(stage.org, { at: at + 1000, userId: stage.user.id, status: 'Success', application: 'ETL' });
            if (looks > 3) stop.abort();
            return Promise.resolve();
          },
        }),
      );
      expect(told.map(({ kind }) => kind)).to.deep.equal(['failed', 'works-again']);
      expect(told[0]).to.include({ user: info.username, app: 'ETL', decides: 'user-frozen' });
      expect(totals).to.include({ failures: 1, successes: 1 });
    }));
});
