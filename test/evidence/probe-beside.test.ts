import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { startScenario, type Started } from '../../simulator/scenarios/start.ts';
import { causes } from '../../src/causes/index.ts';
import { plan } from '../../src/diagnosis/index.ts';
import { gather } from '../../src/evidence/gather.ts';
import { openOrg, type OrgPort } from '../../src/evidence/org-port.ts';
import { look } from '../../src/look/look.ts';
import { valueOf, type Integration } from '../../src/model/index.ts';
import { inHome } from '../support/home.ts';

describe('the probe', () => {
  let started: Started;
  beforeEach(async () => {
    started = await startScenario('user-frozen');
  });
  afterEach(() => started.stop());

  const probes = (): number => started.sim.log.entries.filter(({ body }) => body.includes('made-up')).length;
  const integration = (): Integration => {
    const { info, sim, stage } = started;
    return {
      username: info.username,
      app: info.app,
      flow: stage.client.flow,
      loginUrl: sim.urls.myDomain,
      sourceIps: [],
    };
  };
  const asking = { wanted: plan(causes), offline: false, probe: true, attempt: false };

  /** An org that from one wave on says nothing, until the probe was sent. */
  const silentFrom = (wave: number, port: OrgPort): OrgPort => {
    let waves = 0;
    return {
      ...port,
      wave: async (...asked) => {
        waves += 1;
        while (waves >= wave && probes() === 0) await sleep(5);
        return port.wave(...asked);
      },
    };
  };

  for (const [wave, when, key] of [
    [2, 'the second wave, where the key was told', true],
    [3, 'the third wave, where the org told the key', false],
  ] as const)
    it(`goes beside ${when}, and once`, async () => {
      const consumerKey = key ? { consumerKey: started.info.consumerKey } : {};
      const { evidence } = await inHome(started.info.env, async () =>
        gather({
          ...asking,
          integration: { ...integration(), ...consumerKey },
          port: silentFrom(wave, await openOrg('admin')),
          now: () => started.stage.clock.now(),
          timeoutMs: 5000,
          variables: {},
        }),
      );
      expect(valueOf(evidence.keyProbe)?.answer).to.equal('known');
      expect(probes()).to.equal(1);
    });

  it('is sent once where the org turns out to refuse the session, and all is asked without it', async () => {
    const body = JSON.stringify([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
    started.sim.faults.add({ kind: 'status', status: 401, body, path: /^\/services\/(?:data|Soap)\// });
    const { consumerKey, errorText, env } = started.info;
    const { evidence, port } = await inHome(env, () =>
      look(
        { ...asking, integration: { ...integration(), consumerKey }, errorText, targetOrg: 'admin' },
        { wanted: asking.wanted, variables: {} },
      ),
    );
    expect([port, valueOf(evidence.keyProbe)?.answer]).to.deep.equal([undefined, 'known']);
    expect(probes()).to.equal(1);
  });
});
