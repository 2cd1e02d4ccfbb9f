import type { OrgRequest } from '../org-wire.ts';
import { textIn, type Block, type Numbered, type Shape } from './block.ts';

/** So many components one `readMetadata` gives. */
const mostNames = 10;

type Read = Extract<OrgRequest, { readonly kind: 'read-metadata' }>;

const isRead = (one: Numbered<OrgRequest>): one is Numbered<Read> => one.of.kind === 'read-metadata';

/** As many as fit: no question is cut in two. */
const filled = (reads: ReadonlyArray<Numbered<Read>>): ReadonlyArray<ReadonlyArray<Numbered<Read>>> => {
  const all: Array<Array<Numbered<Read>>> = [];
  let names = new Set<string>();
  for (const read of reads) {
    const together = new Set([...names, ...read.of.fullNames]);
    const last = all.at(-1);
    if (last === undefined || together.size > mostNames) {
      all.push([read]);
      names = new Set(read.of.fullNames);
    } else {
      last.push(read);
      names = together;
    }
  }
  return all;
};

const blockOf = (reads: ReadonlyArray<Numbered<Read>>): readonly Block[] => {
  const [first] = reads;
  if (first === undefined) return [];
  const fullNames = [...new Set(reads.flatMap(({ of }) => of.fullNames))];
  return [
    {
      requests: [{ ...first.of, fullNames }],
      members: reads.map(({ at, of }) => ({
        at,
        read: ([answer]) =>
          answer?.ok === true && Array.isArray(answer.body)
            ? { ...answer, body: answer.body.filter((one: unknown) => of.fullNames.includes(textIn(one, 'fullName'))) }
            : undefined,
      })),
    },
  ];
};

/** Components of one type, ten at a time. */
export const readTogether: Shape = (requests) =>
  [...Map.groupBy(requests.filter(isRead), ({ of }) => of.type).values()].flatMap((some) =>
    filled(some).flatMap(blockOf),
  );
