/** Prints the table of scenario × variation: `npm run proof:variations [id ...]`. Ends with 1 where anything is wrong. */
import { scenarios } from '../simulator/scenarios/index.ts';
import { endsWell } from '../simulator/scenarios/scenario.ts';
import { variationNames, variationsOf, type Verdict } from '../test/support/variations.ts';

const signs: Readonly<Record<Verdict, string>> = { same: '=', open: '?', wrong: '!', ended: 'x' };
const asked = process.argv.slice(2);
const stopping = scenarios.filter((one) => !endsWell(one) && (asked.length === 0 || asked.includes(one.id)));

const counts: Record<Verdict, number> = { same: 0, open: 0, wrong: 0, ended: 0 };
for (const [index, name] of variationNames.entries()) console.log(`${index + 1}. ${name}`);
for (const [index, scenario] of stopping.entries()) {
  const verdicts = await variationsOf(scenario, index);
  for (const verdict of verdicts) counts[verdict] += 1;
  console.log(`${verdicts.map((verdict) => signs[verdict]).join(' ')}  ${scenario.id}`);
}
console.log(
  `${stopping.length} scenarios: ${counts.same} the same first root, ${counts.open} undecided, ${counts.wrong} wrong, ${counts.ended} without a diagnosis`,
);
process.exit(counts.wrong + counts.ended === 0 ? 0 : 1);
