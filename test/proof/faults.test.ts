import { expect } from 'chai';
import { createSession } from '../../simulator/index.ts';
import { scenarioIds } from '../../simulator/scenarios/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import type { Gathered } from '../../src/evidence/gather.ts';
import { portOver } from '../../src/evidence/org-port.ts';
import { Trouble } from '../../src/model/index.ts';
import { faultProxy, type Fault, type FaultProxy } from '../support/fault-proxy.ts';
import { faults } from '../support/fault-table.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { dishonesty, judged } from '../support/honest.ts';

/** `npm run proof:faults`: every scenario, every request, every fault. Else a sample, in which each fault strikes one request. */
const isWhole = process.env.PROOF === 'whole';
const sample = ['user-frozen'];

/** The clock of each run; what is silent costs as much. */
const clockMs = 2500;

const look = ({ stage, sim, ...started }: Started, proxy: FaultProxy, ms: number): Promise<Gathered> => {
  const session = createSession(stage.org, { userId: stage.admin.id, createdAt: stage.clock.now() });
  const signal = AbortSignal.timeout(ms);
  const port = portOver(
    {
      username: stage.admin.username,
      orgId: stage.org.id,
      instanceUrl: proxy.url,
      accessToken: session.token,
      renew: () => Promise.resolve({}),
    },
    '64.0',
    { signal },
  );
  return gatherFor({ stage, sim, ...started }, { by: { port, signal } });
};

/** Undefined: nothing is wrong. What ends the command for good is the org's dead session or version, said as such. */
const struck = async (started: Started, proxy: FaultProxy, fault: Fault, at: number): Promise<Gathered | string> => {
  proxy.arm(fault, at);
  try {
    return await look(started, proxy, clockMs);
  } catch (error) {
    if (error instanceof Trouble) return error.key;
    throw error;
  }
};

const troubles = ['target-org-unusable', 'api-version-unusable'];

describe('law: faults on the way to an org', function () {
  this.timeout(isWhole ? 3_600_000 : 120_000);

  for (const id of isWhole ? scenarioIds : sample)
    it(`${id}: whatever an answer meets, no wrong confirmation, not healthy in error, no end without a word`, () =>
      withScenario(id, {}, async (started) => {
        const proxy = await faultProxy(started.sim.urls.myDomain);
        try {
          const [none] = faults;
          if (none === undefined) throw new Error('There are no faults.');
          proxy.arm(none);
          const all = judged((await look(started, proxy, 60_000)).evidence);
          const requests = proxy.count();
          expect(requests).to.be.greaterThan(3);
          for (const [index, fault] of faults.entries())
            for (let at = 0; at < requests; at += 1) {
              if (!isWhole && index % requests !== at) continue;
              const what = `${id}, request ${at}: ${fault.name}`;
              const began = performance.now();
              const outcome = await struck(started, proxy, fault, at);
              expect(performance.now() - began, what).to.be.lessThan(clockMs * 4);
              expect(proxy.strayed(), what).to.equal(0);
              if (typeof outcome === 'string') expect(troubles, what).to.include(outcome);
              else expect(dishonesty(judged(outcome.evidence), all), what).to.equal(undefined);
            }
        } finally {
          proxy.close();
        }
      }));
});
