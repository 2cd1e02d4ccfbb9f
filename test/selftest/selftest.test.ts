import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { createApp, createPermissionSet, createPermissionSetGroup } from '../../simulator/index.ts';
import type { Dialect } from '../../simulator/state/types.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { lookingRights } from '../../src/model/index.ts';
import type { Selftest, TestRow } from '../../src/model/index.ts';
import { doubts } from '../../src/selftest/doubts.ts';
import { selftest } from '../../src/look/selftest.ts';
import { withScenario } from '../support/gathered.ts';
import { inHome } from '../support/home.ts';
import { onlyReadsOrg } from '../support/only-reads.ts';

const testing = (started: Started): Promise<Selftest> =>
  inHome(started.info.env, () => selftest({ targetOrg: 'admin', signal: AbortSignal.timeout(60_000) }));

const inDialect = (dialect: Dialect, id = 'healthy'): Promise<Selftest> =>
  withScenario(id, {}, async (started) => {
    started.sim.world.dialect = dialect;
    return testing(started);
  });

const of = ({ rows }: Selftest, verdict: TestRow['verdict']): readonly string[] =>
  rows.filter((row) => row.verdict === verdict).map(({ object, reason }) => `${object} ${reason ?? ''}`.trim());

const contradictions = ({ replay }: Selftest): readonly unknown[] =>
  replay.rows.filter(({ verdict }) => verdict === 'contradicts');

/** Whoever looks may do this, and nothing else. */
const allowOnly = ({ stage }: Started, names: readonly string[]): void => {
  const profile = stage.org.profiles.find(({ id }) => id === stage.admin.profileId)!;
  profile.permissions.clear();
  for (const name of ['ApiEnabled', ...names]) profile.permissions.add(name);
};

/** Something of each kind that is asked for. */
const furnish = ({ stage: { org, user } }: Started): void => {
  createApp(org, { name: 'Ledger' });
  const set = createPermissionSet(org, { name: 'Extra' });
  const group = createPermissionSetGroup(org, { developerName: 'Crew', permissionSetIds: [set.id] });
  org.assignments.push({ id: '0PaHn0000000009IAA', userId: user.id, permissionSetGroupId: group.id });
};

describe('sf auth selftest', function () {
  this.timeout(120_000);

  it('documented: everything holds, and the recorded logins agree', async () => {
    const result = await inDialect({ name: 'documented' });
    expect([of(result, 'differs'), of(result, 'not-seen'), contradictions(result)]).to.deep.equal([[], [], []]);
    expect(result.outcome).to.equal('holds');
    expect(result.rows.length).to.be.greaterThan(30);
    expect(result.replay.rows).to.have.length(1);
  });

  it('measured: the pages that a batch cuts differ, nothing else does, and the recorded logins agree', async () => {
    const result = await inDialect({ name: 'measured' });
    expect(new Set(of(result, 'differs'))).to.deep.equal(new Set(['LoginHistory rows']));
    expect([of(result, 'not-seen'), contradictions(result)]).to.deep.equal([[], []]);
  });

  const hostile: ReadonlyArray<readonly [Omit<Extract<Dialect, { name: 'hostile' }>, 'name'>, string]> = [
    [{ envelope: 'composite/batch' }, 'LoginHistory refused-together'],
    [{ envelope: 'tooling/composite' }, 'PasswordPolicies refused-together'],
  ];
  for (const [refused, differing] of hostile)
    it(`hostile, without ${refused.envelope ?? ''}: that differs, and no recorded login contradicts it`, async () => {
      const result = await inDialect({ name: 'hostile', ...refused });
      expect(of(result, 'differs')).to.include(differing);
      expect([result.outcome, contradictions(result)]).to.deep.equal(['differs', []]);
      const row = result.rows.find(({ verdict }) => verdict === 'differs')!;
      expect(row.plain).to.include({ status: 200 });
      expect(row.commands).to.not.be.empty;
    });

  it('hostile, without an object: not seen, and what leans on it is named', async () => {
    const result = await inDialect({ name: 'hostile', object: 'AuthSession' });
    const row = result.rows.find(({ object }) => object === 'AuthSession')!;
    expect(row).to.include({ verdict: 'not-seen', reason: 'absent' });
    expect(row.causes).to.not.be.empty;
  });

  it('only reads, and holds no name of the org', () =>
    withScenario('healthy', {}, async (started) => {
      const { stage, sim, info } = started;
      const result = await testing(started);
      expect(sim.log.entries.filter((entry) => !onlyReadsOrg(entry))).to.deep.equal([]);
      const text = JSON.stringify(result);
      const names = [stage.user.username, stage.user.id, stage.app.name, stage.app.consumerKey, stage.org.id];
      const more = [stage.org.name, 'acme', info.urls.myDomain, '203.0.113', stage.admin.username];
      for (const name of [...names, ...more]) expect(text).to.not.include(name);
      const schema = JSON.parse(readFileSync('schemas/auth-selftest.json', 'utf8')) as object;
      const validate = new Ajv({ strict: false }).compile(schema);
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).to.equal(true);
    }));

  it('a right that is missing is named, with the questions and causes that it would open', () =>
    withScenario('healthy', { deny: ['ManageUsers', 'MonitorLoginHistory'] }, async (started) => {
      const { rows } = await testing(started);
      const row = rows.find(({ object }) => object === 'UserLogin')!;
      expect(row).to.deep.include({ verdict: 'not-seen', reason: 'permission', permissions: ['Manage Users'] });
      expect(row.causes).to.include('user-frozen');
    }));

  describe('the permission set', () => {
    /** How much of each question comes back to a session with these rights and no others. */
    const seenWith = (names: readonly string[]): Promise<Selftest> =>
      withScenario('ip-restricted.eca', {}, async (started) => {
        furnish(started);
        allowOnly(started, names);
        return testing(started);
      });
    const amounts = ({ rows, replay }: Selftest): unknown => [
      replay.logins,
      rows.map(({ object, verdict, plain }) => [object, verdict, plain.rows, plain.columns]),
    ];
    let whole: Selftest;
    before(async () => (whole = await seenWith(lookingRights)));

    it('is enough: nothing is left unseen', () => {
      expect(of(whole, 'not-seen')).to.deep.equal([]);
    });

    for (const right of lookingRights)
      it(`${right}: without it less is seen, so it stands there`, async () => {
        const less = await seenWith(lookingRights.filter((name) => name !== right));
        expect(amounts(less)).to.not.deep.equal(amounts(whole));
      });

    it('settles every doubt by a question that is asked', () => {
      const asked = whole.rows.map(({ api, object }) => `${api} ${object}`);
      const wanted = doubts.flatMap(({ by }) =>
        by.flatMap((one) => ('replay' in one ? [] : [`${one.api} ${one.object}`])),
      );
      expect(wanted.filter((question) => !asked.includes(question))).to.deep.equal([]);
    });
  });
});
