/** What `sf auth preview` costs: 20, 200 and 2,000 integrations, 40 ms a request; with `rows`, that many further logins in the history. */
import { addLoginRows } from '../simulator/state/rows.ts';
import { previewChange } from '../src/look/preview.ts';
import { withCrowd } from '../test/support/preview/crowd.ts';
import { asked, atHome } from '../test/support/preview/proof.ts';

const [counts = '20,200,2000', rows = '0'] = process.argv.slice(2);
const latency = 40;

for (const count of counts.split(',').map(Number)) {
  await withCrowd(
    count,
    async (crowd) => {
      if (Number(rows) > 0) addLoginRows(crowd.org, Number(rows), crowd.clock.now());
      crowd.sim.faults.latency = latency;
      const setting = { set: 'password-flow-blocked', value: true } as const;
      const [started, spent] = [performance.now(), process.cpuUsage()];
      const { cost, counts: told } = await atHome(crowd, () =>
        previewChange({ ...asked, edits: [{ setting, element: 'blockOAuthUnPwFlow' }] }),
      );
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const { user, system } = process.cpuUsage(spent);
      const cpu = ((user + system) / 1e6).toFixed(1);
      console.log(
        `${told.integrations} integrations, ${rows} further rows: ${cost.orgRoundTrips} round trips, ${cost.requests} requests, ${seconds} s, ${cpu} s of CPU with the org's own; ${told.refused} refused, ${told.untold} cannot be told`,
      );
    },
    { byRows: true },
  );
}
process.exit(0);
