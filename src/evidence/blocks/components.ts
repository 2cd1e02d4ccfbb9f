import { chunks } from '../chunks.ts';
import type { OrgRequest } from '../org-wire.ts';
import { refusalOfAll, textIn, type Block, type Numbered, type Shape } from './block.ts';

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

type Own = (components: readonly unknown[], read: Read) => readonly unknown[] | undefined;

const blockOf = (
  reads: ReadonlyArray<Numbered<Read>>,
  own: Own,
  namesOf: (read: Read) => readonly string[],
): readonly Block[] => {
  const [first] = reads;
  if (first === undefined) return [];
  const fullNames = [...new Set(reads.flatMap(({ of }) => namesOf(of)))];
  return [
    {
      requests: [{ ...first.of, fullNames }],
      members: reads.map(({ at, of }) => ({
        at,
        read: ([answer]) => {
          if (answer?.ok !== true || !Array.isArray(answer.body)) return refusalOfAll(answer);
          const body = own(answer.body, of);
          return body && { ...answer, body };
        },
      })),
    },
  ];
};

const byType = (requests: ReadonlyArray<Numbered<OrgRequest>>): ReadonlyArray<ReadonlyArray<Numbered<Read>>> => [
  ...Map.groupBy(requests.filter(isRead), ({ of }) => of.type).values(),
];

const named: Own = (components, { fullNames }) =>
  components.filter((one) => fullNames.includes(textIn(one, 'fullName')));

/** Components of one type, ten at a time. */
export const readTogether: Shape = (requests) =>
  byType(requests).flatMap((some) =>
    filled(some).flatMap((reads) => blockOf(reads, named, ({ fullNames }) => fullNames)),
  );

/** Has a free name: some are tried, of which one is the app's. */
const ofFreeName = 'ExtlClntAppGlobalOauthSettings';

/** The component by the likeliest name, where it is that of the app: then no other name is left to try. */
const ofTheApp: Own = (components, { fullNames }) => {
  const found = components.filter((one) => textIn(one, 'fullName') === fullNames[0]);
  const apps = found.map((one) => textIn(one, 'externalClientApplication'));
  return found.length > 0 && apps.every((app) => fullNames.includes(app)) ? found : undefined;
};

/** The likeliest names of ten apps at a time. Who has another one is asked for by all. */
export const readLikeliest: Shape = (requests) =>
  byType(requests)
    .filter(([first]) => first?.of.type === ofFreeName)
    .flatMap((some) => chunks(some, mostNames))
    .flatMap((reads) => blockOf(reads, ofTheApp, ({ fullNames }) => fullNames.slice(0, 1)));
