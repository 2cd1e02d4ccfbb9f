import type { Block, Numbered, Shape } from './blocks/block.ts';
import { readLikeliest, readTogether } from './blocks/components.ts';
import { asRecords } from './blocks/records.ts';
import { throughTables } from './blocks/through.ts';
import { tokensOfUsers } from './blocks/tokens.ts';
import { inValues } from './blocks/values.ts';
import type { OrgAnswer, OrgRequest } from './org-wire.ts';
import { nothing, type Asking, type Wave } from './waves.ts';

/** How what is still to be asked is put together, one try after the other; what is left after them is asked by itself. */
const tries: ReadonlyArray<readonly Shape[]> = [
  [inValues, throughTables, tokensOfUsers, readLikeliest, readTogether, asRecords],
  [readTogether],
];

/** Of one question alone nothing is saved. No question goes by two shapes. */
const blocksOf = (requests: ReadonlyArray<Numbered<OrgRequest>>, shapes: readonly Shape[]): readonly Block[] => {
  const blocks: Block[] = [];
  const taken = new Set<number>();
  for (const shape of shapes) {
    const found = shape(requests.filter(({ at }) => !taken.has(at)));
    // A record travels alone, but more of them together.
    const worth = found.filter(({ members }) => members.length > 1 || shape === asRecords);
    for (const { at } of worth.flatMap(({ members }) => members)) taken.add(at);
    blocks.push(...worth);
  }
  return blocks;
};

type Place = { readonly block: Block; readonly from: number };

/** Where the answers to each block stand, one after the other. */
const placesOf = (blocks: readonly Block[]): readonly Place[] => {
  let from = 0;
  return blocks.map((block) => {
    const here = from;
    from += block.requests.length;
    return { block, from: here };
  });
};

/** Asks in blocks, and each alone that is in none; gives what was answered, by its place in the wave. */
const askInBlocks = function* (
  open: ReadonlyArray<Numbered<OrgRequest>>,
  shapes: readonly Shape[],
  how: Omit<Wave, 'requests'>,
): Asking<{ readonly answers: ReadonlyMap<number, OrgAnswer>; readonly roundTrips: number }> {
  const blocks = blocksOf(open, shapes);
  const inBlock = new Set(blocks.flatMap(({ members }) => members.map(({ at }) => at)));
  const alone = open.filter(({ at }) => !inBlock.has(at));
  const together = blocks.flatMap((block) => block.requests);
  const sent = yield { ...how, requests: [...together, ...alone.map(({ of }) => of)] };
  const answers = new Map(alone.map(({ at }, index) => [at, sent.answers[together.length + index] ?? nothing]));
  for (const { block, from } of placesOf(blocks)) {
    const told = sent.answers.slice(from, from + block.requests.length);
    for (const { at, read } of block.members) {
      const answer = read(told);
      if (answer !== undefined) answers.set(at, answer);
    }
  }
  return { answers, roundTrips: sent.roundTrips };
};

/**
 * The same questions in fewer requests: what differs in one value alone is asked for many values at once, and components of one type
 * ten at a time. What a block did not answer is asked again, at last by itself.
 */
export const inBlocks = function* <T>(asking: Asking<T>): Asking<T> {
  let step = asking.next();
  while (step.done !== true) {
    const { requests, ...how } = step.value;
    const answers = new Map<number, OrgAnswer>();
    let roundTrips = 0;
    for (const shapes of [...tries, []]) {
      const open = requests.map((of, at) => ({ at, of })).filter(({ at }) => !answers.has(at));
      if (open.length === 0) break;
      const asked = yield* askInBlocks(open, shapes, how);
      for (const [at, answer] of asked.answers) answers.set(at, answer);
      roundTrips += asked.roundTrips;
    }
    step = asking.next({ answers: requests.map((_request, at) => answers.get(at) ?? nothing), roundTrips });
  }
  return step.value;
};
