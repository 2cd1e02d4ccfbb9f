/**
 * `npm run proof:conformance`: how many recorded answers the simulator gives literally, how many with values of its own in their places, how
 * many differently, and how many it does not serve; and what its answers tell beyond the records. Ends with 1 where one differs.
 */
import { setStage } from '../auth/support.ts';
import { compare, extraMembers } from './compare.ts';
import { records } from './record.ts';
import type { WireRecord } from './record.ts';
import type { Check, Replay } from './replay.ts';
import { table } from './table/index.ts';

/** The whole answer is compared, but for names and values that must differ. */
const literal: readonly Check[] = ['text', 'json', 'xml', 'location'];

type Counted = { readonly as: 'literally' | 'stand-in' | 'differs' | 'not-served'; readonly told?: readonly string[] };

const replayed = async (record: WireRecord, replay: Replay): Promise<Counted> => {
  const stage = await setStage();
  try {
    const reply = await replay.ask(stage);
    compare(record, reply, replay, replay.swap?.(stage) ?? []);
    const told = extraMembers(record, reply, replay.check);
    return literal.includes(replay.check) ? { as: 'literally' } : { as: 'stand-in', told };
  } catch (error) {
    return { as: 'differs', told: [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)] };
  } finally {
    await stage.sim.stop();
  }
};

const counts = { literally: 0, 'stand-in': 0, differs: 0, 'not-served': 0 };
for (const record of records) {
  const entry = table[record.id];
  const { as, told = [] }: Counted =
    entry === undefined || 'not' in entry ? { as: 'not-served' } : await replayed(record, entry);
  counts[as] += 1;
  if (told.length > 0) console.log(`${record.id}: ${as === 'differs' ? '' : 'beyond the record: '}${told.join(', ')}`);
}
console.log(
  `${records.length} recorded answers: ${counts.literally} given literally, ${counts['stand-in']} with values of our own in their places, ${counts.differs} differ, ${counts['not-served']} not served.`,
);
process.exitCode = counts.differs === 0 ? 0 : 1;
