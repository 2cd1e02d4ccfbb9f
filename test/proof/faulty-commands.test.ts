import { writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { format, resolveConfig } from 'prettier';
import { faultProxy } from '../support/fault-proxy.ts';
import { faults } from '../support/fault-table.ts';
import {
  becomes,
  clock,
  saidBy,
  sending,
  throughProxy,
  wholeClock,
  wrongWith,
  type Said,
} from '../support/faulty-commands.ts';
import { faultsPage } from '../support/faults-page.ts';
import { withScenario } from '../support/gathered.ts';

/** `npm run proof:faults`: every request of every command meets every fault. Else each command meets a few, each at one request. */
const isWhole = process.env.PROOF === 'whole';
const step = isWhole ? 1 : 8;

const page = 'docs/faults.md';

describe('law: every command under every fault', function () {
  this.timeout(isWhole ? 7_200_000 : 180_000);

  const table = new Map<string, Map<string, Map<string, number>>>();
  let runs = 0;
  const wrong: string[] = [];

  const count = (command: string, fault: string, became: string): void => {
    const row = table.get(command) ?? new Map<string, Map<string, number>>();
    const cell = row.get(fault) ?? new Map<string, number>();
    table.set(command, row.set(fault, cell.set(became, (cell.get(became) ?? 0) + 1)));
    runs += 1;
  };

  it('no wrong confirmation, never healthy in error, no hang, no stack trace, no request elsewhere', () =>
    withScenario('user-not-preauthorized', {}, async (started) => {
      const proxy = await faultProxy(started.sim.urls.myDomain);
      const { env } = started.info;
      const [none] = faults;
      if (none === undefined) throw new Error('There are no faults.');
      try {
        throughProxy(started, proxy);
        const unhurried = sending(started, proxy.url, wholeClock);
        for (const [turn, [name, call]] of Object.entries(sending(started, proxy.url, clock)).entries()) {
          proxy.arm(none);
          const whole: Said = await saidBy(unhurried[name] ?? call, env);
          const requests = proxy.count();
          expect(whole.envelope.result, `${name}: ${whole.ran.stdout}`).to.not.equal(undefined);
          expect(requests, name).to.be.greaterThan(0);
          for (const [index, fault] of faults.entries())
            for (let at = 0; at < requests; at += 1) {
              if (!isWhole && (index % step !== turn % step || index % requests !== at)) continue;
              proxy.arm(fault, at);
              const said = await saidBy(call, env);
              const what = `${name}, request ${at}: ${fault.name}`;
              const why = wrongWith(said, whole);
              if (why !== undefined) wrong.push(`${what}: ${why}: ${said.ran.stdout.slice(0, 400)}`);
              if (proxy.strayed() > 0) wrong.push(`${what}: a request went elsewhere`);
              count(name, fault.name, becomes(said, whole));
            }
        }
        expect(wrong).to.deep.equal([]);
        expect(runs).to.be.greaterThan(15);
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
