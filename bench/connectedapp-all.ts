/** What `sf auth connectedapp check --all` costs in a large org: 500 apps and 50,000 tokens, 4,000 users, 40 ms a request. */
import { profileOf } from '../simulator/state/lookup.ts';
import { allSimulated, fillApps, fillTokens } from '../test/gates/support/all-simulated.ts';

const [apps, tokens, users, latency] = [500, 50_000, 4000, 40];

await allSimulated(async ({ stage, check }) => {
  const { org, clock, sim } = stage;
  profileOf(org, stage.admin).permissions.add('ViewClientSecret');
  fillTokens(
    org,
    fillApps(org, apps, (app, at) => void (app.origin = at % 5 === 4 ? 'installed' : 'owned')),
    tokens,
    tokens / users,
    clock.now(),
  );
  await check();
  sim.log.clear();
  sim.faults.latency = latency;
  const started = performance.now();
  const { cost, tokens: counted, apps: seen } = await check();
  const seconds = (performance.now() - started) / 1000;
  const parts = sim.log.entries.flatMap(({ path, body }) =>
    path.endsWith('/composite/batch') ? (JSON.parse(body) as { batchRequests: unknown[] }).batchRequests : [],
  ).length;
  console.log(`apps seen            ${seen.length}`);
  console.log(
    `tokens counted       ${counted.total ?? '-'} (never used ${counted.neverUsed ?? '-'}), cut: ${counted.cut === undefined ? 'no' : JSON.stringify(counted.cut)}`,
  );
  console.log(`round trips          ${cost.orgRoundTrips}`);
  console.log(
    `HTTP requests        ${cost.requests} (${parts} queries in batches, ${sim.log.entries.length - Math.ceil(parts / 25)} metadata calls)`,
  );
  console.log(`time                 ${seconds.toFixed(1)} s at ${latency} ms a request`);
});
