import { expect } from 'chai';
import fc from 'fast-check';
import { named } from '../../simulator/scenarios/variations/names.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import userFrozen from '../../simulator/scenarios/user-frozen.ts';
import ipRestricted from '../../simulator/scenarios/ip-restricted.ts';
import userNotPreauthorized from '../../simulator/scenarios/user-not-preauthorized.ts';
import { checkApp } from '../../src/look/app-check.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { aboutOf } from '../../src/evidence/org/audit-about.ts';
import { failuresOfOrg, openHistory } from '../../src/look/loginhistory.ts';
import type { Diagnosis } from '../../src/model/index.ts';
import { checkScreen, safeCheck } from '../../src/output/app-check.ts';
import { diagnosisScreen, safeDiagnosis } from '../../src/output/doctor.ts';
import { exitCodeOf } from '../../src/output/exit-codes.ts';
import { failuresScreen, safeFailures } from '../../src/output/loginhistory.ts';
import { redactor } from '../../src/report/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { inHome } from '../support/home.ts';
import { checkIn, diagnosisIn, failuresIn } from '../support/written.ts';
import { anyName, unkindNames } from '../support/unkind-names.ts';
import '../support/properties.ts';

const words = loadWords();
const page = { width: 80, colour: false, words };
const ways = [() => undefined, redactor];

const doctor = async (started: Started): Promise<Diagnosis> => {
  const { evidence } = await gatherFor(started);
  const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
  return diagnose({ evidence, causes, speaker: speakFrom(words), cost });
};

const check = ({ info, stage }: Started) =>
  inHome(info.env, () =>
    checkApp({
      integration: {
        username: info.username,
        app: info.app,
        flow: stage.client.flow,
        sourceIps: stage.client.sourceIp === undefined ? [] : [stage.client.sourceIp],
      },
      targetOrg: 'admin',
      offline: false,
      probe: false,
      attempt: false,
    }),
  );

const failures = ({ info }: Started) =>
  inHome(info.env, async () =>
    failuresOfOrg(
      await openHistory('admin'),
      {
        targetOrg: 'admin',
        by: 'cause',
        filters: { usernames: [info.username], apps: [info.app], sourceIps: [], loginTypes: [], statuses: [] },
        now: Date.now(),
      },
      performance.now(),
    ),
  );

const said = (texts: readonly string[]): void => {
  for (const text of texts)
    expect(text.trim())
      .to.not.equal('')
      .and.not.match(/\[object|undefined/u);
};

describe('law 13: unkind names', function () {
  this.timeout(60_000);

  /** The change that broke it names the user, the app and the permission set, or the profile. */
  const stories: readonly Scenario[] = [userFrozen, userNotPreauthorized, ipRestricted];

  for (const [index, name] of unkindNames.entries()) {
    const story = stories[index % stories.length]!;
    it(`${story.id}, ${name}: found with its change, checked, listed, and written in every format`, () =>
      withScenario(named(story, name), {}, async (started) => {
        const diagnosis = await doctor(started);
        const [root] = diagnosis.findings;
        expect(root).to.include({ cause: story.cause, role: 'root', standing: 'confirmed' });
        expect(root?.change?.display).to.include(name.trim());
        const checked = await check(started);
        expect(checked.outcome).to.not.equal('healthy');
        const listed = await failures(started);
        expect(listed.totals.failures).to.be.greaterThan(0);
        const at = new Date().toISOString();
        for (const way of ways) {
          const [safe, walked, counted] = [
            safeDiagnosis(diagnosis, way()),
            safeCheck(checked, way()),
            safeFailures(listed, way()),
          ];
          const exitCode = exitCodeOf(safe, 'blocks');
          const reader = { now: at };
          said([diagnosisScreen(safe, { ...page, reader, exitCode, saved: false, details: true })]);
          said([checkScreen(walked, { ...page, exitCode, details: true }), failuresScreen(counted, page, at)]);
          for (const reports of [diagnosisIn(safe), checkIn(walked), failuresIn(counted)]) said(Object.values(reports));
        }
      }));
  }

  it('any name is found in a sentence of the trail, and none is found in a longer one', () => {
    const cast = (name: string) => ({
      user: { username: `${name}@acme.com`, name, id: '005000000000001AAA' },
      app: { name, id: '0H4000000000001AAA' },
      profileName: name,
      permissionSets: [name],
    });
    const about = (name: string, action: string, display: string) =>
      aboutOf({ action, section: undefined, display }, cast(name));
    fc.assert(
      fc.property(anyName, (name) => {
        expect(about(name, 'frozeuser', `Froze user account for ${name}`)).to.equal('user');
        expect(about(name, 'unlockeduser', `Unlocked user ${name}@acme.com`)).to.equal('user');
        expect(about(name, 'insertApplication', `Created Connected App ${name}`)).to.equal('app');
        expect(about(name, 'loginIpRange', `Added Login Ip Range to ${name} from 1.1.1.1 to 2.2.2.2`)).to.equal(
          'profile',
        );
        expect(about(name, 'unlockeduser', `Unlocked user ${name}@acme.com.uat`)).to.equal(undefined);
        expect(about(`a${name}z`, 'frozeuser', `Froze user account for a${name}z-Prod`)).to.equal(undefined);
      }),
    );
  });
});
