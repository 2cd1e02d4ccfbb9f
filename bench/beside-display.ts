import { loadavg } from 'node:os';
import { doctorFlags } from '../scripts/demo/command-line.ts';
import { startScenario } from '../simulator/scenarios/start.ts';
import { installPlugin } from '../test/e2e/installed-plugin.ts';
import { table } from './loginhistory-process.ts';

/**
 * `node bench/beside-display.ts [runs]`: `sf auth doctor` on a frozen user beside `sf org display` of the same org, both through the real
 * `sf` with the installed plugin, each request answered after 150 ms. The least of some runs, in turns, and how many requests each sent.
 */
const runs = Number(process.argv[2] ?? 5);
const latency = 150;

const installed = await installPlugin();
const started = await startScenario('user-frozen', { home: installed.home, latency });
try {
  const commands: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['sf org display', ['org', 'display', '--target-org', 'admin', '--json']],
    ['sf auth doctor', ['auth', 'doctor', ...doctorFlags(started), '--json', '--no-save']],
  ];
  const least = new Map<string, { readonly ms: number; readonly requests: number }>();
  for (let at = 0; at < runs; at += 1) {
    for (const [name, words] of commands) {
      const before = started.sim.log.entries.length;
      const since = performance.now();
      await installed.sf(words);
      const ms = performance.now() - since;
      const requests = started.sim.log.entries.length - before;
      least.set(name, { ms: Math.min(ms, least.get(name)?.ms ?? Infinity), requests });
    }
  }
  const floor = least.get('sf org display')?.ms ?? 1;
  console.log(`load ${loadavg()[0]?.toFixed(1)}, ${latency} ms a request, the least of ${runs} runs`);
  table(
    'Beside sf org display',
    ['', 'ms', 'times', 'requests'],
    [...least].map(([name, { ms, requests }]) => [name, ms.toFixed(0), (ms / floor).toFixed(2), String(requests)]),
  );
} finally {
  await started.stop();
  installed.remove();
}
