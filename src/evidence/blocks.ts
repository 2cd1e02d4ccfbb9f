import type { Block, Shape } from './blocks/block.ts';
import { readTogether } from './blocks/components.ts';
import { asRecords } from './blocks/records.ts';
import { throughTables } from './blocks/through.ts';
import { tokensOfUsers } from './blocks/tokens.ts';
import { inValues } from './blocks/values.ts';
import type { OrgAnswer, OrgRequest } from './org-wire.ts';
import { nothing, type Asking } from './waves.ts';

const shapes: readonly Shape[] = [inValues, throughTables, tokensOfUsers, readTogether];

/** Of one question alone nothing is saved, unless it travels in another way then. */
const blocksOf = (requests: readonly OrgRequest[]): readonly Block[] => {
  const numbered = requests.map((of, at) => ({ at, of }));
  return [
    ...shapes.flatMap((shape) => shape(numbered)).filter(({ members }) => members.length > 1),
    ...asRecords(numbered),
  ];
};

type Placed = Block & { readonly from: number };

/** Where the answers to each block stand, one after the other. */
const placed = (blocks: readonly Block[]): readonly Placed[] => {
  let from = 0;
  return blocks.map((block) => {
    const here = from;
    from += block.requests.length;
    return { ...block, from: here };
  });
};

/**
 * The same questions in fewer requests: what differs in one value alone is asked for many values at once, and components of one type
 * ten at a time. What a block did not answer is asked by itself.
 */
export const inBlocks = function* <T>(asking: Asking<T>): Asking<T> {
  let step = asking.next();
  while (step.done !== true) {
    const { requests, ...how } = step.value;
    const blocks = placed(blocksOf(requests));
    const inBlock = new Set(blocks.flatMap(({ members }) => members.map(({ at }) => at)));
    const alone = requests.flatMap((request, at) => (inBlock.has(at) ? [] : [{ at, request }]));
    const together = blocks.flatMap((block) => block.requests);
    const sent = yield { ...how, requests: [...together, ...alone.map(({ request }) => request)] };
    const answers = new Map<number, OrgAnswer>();
    for (const [index, { at }] of alone.entries()) answers.set(at, sent.answers[together.length + index] ?? nothing);
    for (const { from, requests: own, members } of blocks) {
      const told = sent.answers.slice(from, from + own.length);
      for (const { at, read } of members) {
        const answer = read(told);
        if (answer !== undefined) answers.set(at, answer);
      }
    }
    const left = requests.flatMap((request, at) => (answers.has(at) ? [] : [{ at, request }]));
    let { roundTrips } = sent;
    if (left.length > 0) {
      const again = yield { ...how, requests: left.map(({ request }) => request) };
      roundTrips += again.roundTrips;
      for (const [index, { at }] of left.entries()) answers.set(at, again.answers[index] ?? nothing);
    }
    step = asking.next({ answers: requests.map((_request, at) => answers.get(at) ?? nothing), roundTrips });
  }
  return step.value;
};
