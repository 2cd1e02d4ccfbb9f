/**
 * Judges scenarios by doctor and app check, by every flow that the app allows, with and without the text, for one who sees all and with each
 * permission withheld in turn: `npm run proof:agreement [id ...]`. Names each difference, and ends with 1 where there is one.
 */
import { scenarioIds } from '../simulator/scenarios/index.ts';
import { by, disagreement, flowsOf, silent } from '../test/support/agreement.ts';
import { play } from '../test/support/gathered.ts';
import { withheld } from '../test/support/withheld.ts';

const asked = process.argv.slice(2);
const ids = scenarioIds.filter((id) => asked.length === 0 || asked.includes(id));
const started = performance.now();
let runs = 0;
let differences = 0;

for (const id of ids) {
  const seen = await play(id, withheld);
  // What the app allows is there whether it is seen or not.
  const flows = [...seen].flatMap(([denied, { evidence }]) => (denied === '' ? flowsOf(evidence) : []));
  for (const [denied, { evidence }] of seen)
    for (const flow of flows)
      for (const [text, told] of [
        ['with the text', evidence],
        ['without the text', silent(evidence)],
      ] as const) {
        runs += 1;
        const difference = disagreement(by(flow, told));
        if (difference === undefined) continue;
        differences += 1;
        console.log(`${id} by ${flow}, ${text}, without ${denied === '' ? 'nothing' : denied}: ${difference}`);
      }
}

const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `${ids.length} scenarios, ${withheld.length} ways to see less: ${runs} runs, ${differences} differences, ${seconds} s`,
);
process.exit(ids.length > 0 && differences === 0 ? 0 : 1);
