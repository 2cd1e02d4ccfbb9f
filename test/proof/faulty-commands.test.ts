import { writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { format, resolveConfig } from 'prettier';
import type { Started } from '../../simulator/scenarios/start.ts';
import { faultProxy, type FaultProxy } from '../support/fault-proxy.ts';
import { faults } from '../support/fault-table.ts';
import {
  becomes,
  clock,
  names,
  saidBy,
  sending,
  throughProxy,
  wholeClock,
  wrongWith,
  type Name,
} from '../support/faulty-commands.ts';
import { faultsPage } from '../support/faults-page.ts';
import { withScenario } from '../support/gathered.ts';

/** `npm run proof:faults`: every request of every command meets every fault. Else each command meets a few, each at one request. */
const isWhole = process.env.PROOF === 'whole';
const step = isWhole ? 1 : 8;

const page = 'docs/faults.md';

const [none] = faults;
if (none === undefined) throw new Error('There are no faults.');

describe('law: every command under every fault', function () {
  this.timeout(isWhole ? 7_200_000 : 180_000);

  const table = new Map<string, Map<string, Map<string, number>>>();
  let runs = 0;

  const count = (command: string, fault: string, became: string): void => {
    const row = table.get(command) ?? new Map<string, Map<string, number>>();
    const cell = row.get(fault) ?? new Map<string, number>();
    table.set(command, row.set(fault, cell.set(became, (cell.get(became) ?? 0) + 1)));
    runs += 1;
  };

  /** `isTurn`: whether the fault's turn is at this request, where it strikes one alone. */
  const isStruck = (name: Name, fault: number, isTurn: boolean): boolean =>
    isWhole ? isTurn || name !== 'check --wait' : isTurn && fault % step === names.indexOf(name) % step;

  /** Strikes the requests of one command; what was wrong. A wait takes its time between two tries: each fault strikes it once. */
  const strike = async (started: Started, proxy: FaultProxy, name: Name): Promise<readonly string[]> => {
    const { env } = started.info;
    const wrong: string[] = [];
    proxy.arm(none);
    const whole = await saidBy(sending(started, proxy.url, wholeClock)[name], env);
    const requests = proxy.count();
    expect(whole.envelope.result, whole.ran.stdout).to.not.equal(undefined);
    expect(requests).to.be.greaterThan(0);
    const call = sending(started, proxy.url, clock)[name];
    for (const [index, fault] of faults.entries())
      for (let at = 0; at < requests; at += 1) {
        if (!isStruck(name, index, index % requests === at)) continue;
        proxy.arm(fault, at);
        const said = await saidBy(call, env);
        const what = `request ${at}: ${fault.name}`;
        const why = wrongWith(said, whole);
        if (why !== undefined) wrong.push(`${what}: ${why}: ${said.ran.stdout.slice(0, 400)}`);
        if (proxy.strayed() > 0) wrong.push(`${what}: a request went elsewhere`);
        count(name, fault.name, becomes(said, whole));
      }
    return wrong;
  };

  for (const name of names)
    it(`${name}: no wrong confirmation, never healthy in error, no hang, no stack trace, no request elsewhere`, () =>
      withScenario('user-not-preauthorized', {}, async (started) => {
        const proxy = await faultProxy(started.sim.urls.myDomain);
        try {
          throughProxy(started, proxy);
          const before = runs;
          expect(await strike(started, proxy, name)).to.deep.equal([]);
          expect(runs).to.be.greaterThan(before);
        } finally {
          proxy.close();
        }
      }));

  if (process.argv.includes('--write'))
    after(async () => {
      const config = await resolveConfig(page);
      writeFileSync(page, await format(faultsPage(table, faults, runs), { ...config, parser: 'markdown' }));
    });
});
