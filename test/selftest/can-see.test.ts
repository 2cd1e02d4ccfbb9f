import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { canSee } from '../../src/look/can-see.ts';
import { causes } from '../../src/causes/index.ts';
import { orgNotAsked } from '../../src/evidence/org/index.ts';
import type { OrgFacts } from '../../src/evidence/org/index.ts';
import { denied, known, unknown } from '../../src/model/index.ts';
import type { CanSee, SightRow } from '../../src/model/index.ts';
import { renderCanSee } from '../../src/output/selftest.ts';
import { sightRows } from '../../src/selftest/sight.ts';
import { loadWords } from '../../src/words/index.ts';
import { withScenario } from '../support/gathered.ts';
import { inHome } from '../support/home.ts';
import { onlyReadsOrg } from '../support/only-reads.ts';

const org = { place: 'org' } as const;
const lacking = denied('Manage Users', org);
const frozen = known({ isFrozen: false, isPasswordLocked: false }, org);

const sightOf = (...told: ReadonlyArray<OrgFacts['userLogin']>): SightRow | undefined =>
  sightRows(
    told.map((userLogin) => ({ ...orgNotAsked(), userLogin })),
    causes,
  ).find(({ fact }) => fact === 'userLogin');

describe('what a session may look at', () => {
  it('is told by every integration, and what was kept back of one is kept back', () => {
    expect(sightOf(frozen)).to.include({ fact: 'userLogin', sight: 'seen' });
    expect(sightOf(frozen, lacking)).to.deep.include({ sight: 'not-permitted', permissions: ['Manage Users'] });
    expect(sightOf(unknown('not-asked'), frozen)).to.include({ sight: 'seen' });
  });

  it('tells what the org has not, what nobody asked for, and what was not answered, apart', () => {
    expect(sightOf(unknown('not-in-this-org', undefined, org))?.sight).to.equal('not-in-org');
    expect(sightOf(unknown('not-asked'), unknown('depends-on-unknown'))?.sight).to.equal('not-asked');
    expect(sightOf(unknown('not-asked'), unknown('timed-out', undefined, org))?.sight).to.equal('not-seen');
  });

  it('names the causes that read it', () => {
    expect(sightOf(lacking)?.causes).to.include('user-frozen').and.not.include('jwt-cert-expired');
  });
});

const looking = (deny: readonly string[], use: (seen: CanSee) => Promise<void> | void): Promise<void> =>
  withScenario('healthy', { deny }, ({ sim, info, stage }) =>
    inHome(info.env, async () => {
      sim.log.clear();
      const seen = await canSee({ targetOrg: 'admin', signal: AbortSignal.timeout(60_000) });
      expect(sim.log.entries.filter((entry) => !onlyReadsOrg(entry))).to.deep.equal([]);
      for (const name of [stage.user.username, stage.app.name, stage.org.id])
        expect(JSON.stringify(seen)).to.not.include(name);
      await use(seen);
    }),
  );

const page = { words: loadWords(), width: 200, colour: false, exitCode: 0, details: false };

describe('sf auth selftest --can-see', function () {
  this.timeout(120_000);

  it('an admin may look at everything', () =>
    looking([], ({ rows }) => {
      expect(rows.filter(({ sight }) => sight === 'not-permitted')).to.deep.equal([]);
      expect(rows.find(({ fact }) => fact === 'appOauth')?.sight).to.equal('seen');
    }));

  it('names each permission that is missing, and what it would open', () =>
    looking(['ManageUsers', 'MonitorLoginHistory', 'ManageInternalUsers'], async (seen) => {
      const row = seen.rows.find(({ fact }) => fact === 'userLogin');
      expect(row).to.deep.include({ sight: 'not-permitted', permissions: ['Manage Users'] });
      const screen = await renderCanSee(seen, 'human', page);
      expect(screen)
        .to.include('may not look at everything')
        .and.to.match(/Manage Users.*user-frozen/su);
      const schema = JSON.parse(readFileSync('schemas/auth-selftest-can-see.json', 'utf8')) as object;
      expect(new Ajv({ strict: false }).compile(schema)(seen)).to.equal(true);
    }));
});
