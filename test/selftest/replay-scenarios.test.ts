import { expect } from 'chai';
import { scenarios } from '../../simulator/scenarios/index.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { openOrg } from '../../src/evidence/org-port.ts';
import { replayLogins } from '../../src/look/selftest.ts';
import type { ReplayRow } from '../../src/model/index.ts';
import { withScenario } from '../support/gathered.ts';
import { inHome } from '../support/home.ts';

/** `PROOF=whole`: all scenarios. Else a sample. */
const isWhole = process.env.PROOF === 'whole';
const step = isWhole ? 1 : 7;
/** Time alone ends these: a trial, and a password. */
const ended: readonly string[] = ['org-inactive-or-deleted', 'password-expired'];

const some = scenarios.filter(({ id }, index) => index % step === 0 && !ended.includes(id));

const replay = ({ info }: Started): Promise<readonly ReplayRow[]> =>
  inHome(info.env, async () => (await replayLogins(await openOrg('admin'), new Date().toISOString())).rows);

/** The same story, in which neither anybody nor time changes anything, and every login goes well. */
const unchanged = ({ id, cause, title, kind, flow, prints, prepare }: Scenario): Scenario => ({
  ...{ id, cause, title, kind, flow, prints },
  ...(prepare === undefined ? {} : { prepare }),
});

const told = (rows: readonly ReplayRow[]): readonly string[] =>
  rows
    .filter(({ verdict }) => verdict !== 'agrees')
    .map(({ status, verdict, causes }) => [status, verdict, ...causes].join(' '));

describe('selftest: the recorded logins of the scenarios', function () {
  this.timeout(60_000);

  for (const scenario of some)
    it(`${scenario.id}: where nothing changed, none contradicts the settings of today`, () =>
      withScenario(unchanged(scenario), {}, async (started) => {
        const rows = await replay(started);
        expect(told(rows)).to.deep.equal([]);
        expect(rows.map(({ success }) => success)).to.include(true);
      }));
});
