import { blockOfRange } from '../../clues/blocks.ts';
import type { FilePlace, IpRange, PreviewLint } from '../../model/index.ts';
import { words } from './component.ts';
import { rangesIn, type Element } from './element.ts';
import { privateKey } from './private-key.ts';

/** What the lint says, but for its sentence. */
export type Lint = Pick<PreviewLint, 'rule' | 'level' | 'at'> & { readonly values?: Readonly<Record<string, string>> };

const rangeText = ({ start, end }: IpRange): string => `${start} - ${end}`;

/** As good as everybody: half of the addresses that there are. */
const isWholeInternet = (range: IpRange): boolean => {
  const block = blockOfRange(range);
  return block !== undefined && block.last - block.first >= 1n << (block.family === 'ipv4' ? 31n : 127n);
};

const isReversed = (range: IpRange): boolean => {
  const block = blockOfRange(range);
  return block !== undefined && block.last < block.first;
};

/** What the two ends of a range are called: in a profile, in an app or the org, for refresh tokens. */
const ends = [
  { start: 'startAddress', end: 'endAddress' },
  { start: 'start', end: 'end' },
  { start: 'startIpAddress', end: 'endIpAddress' },
] as const;

const ofRange = (range: IpRange, at: FilePlace): readonly Lint[] => {
  const values = { range: rangeText(range) };
  if (isReversed(range)) return [{ rule: 'range-reversed', level: 'error', at, values }];
  return isWholeInternet(range) ? [{ rule: 'whole-internet', level: 'warning', at, values }] : [];
};

const rangeIn = (element: Element): readonly Lint[] =>
  ends.flatMap((names) => rangesIn([element], names)).flatMap((range) => ofRange(range, element.at));

/** Connected apps name one scope an element, external client apps all in one. */
const scopesIn = ({ name, text, at }: Element): readonly Lint[] =>
  (name === 'scopes' || name === 'commaSeparatedOauthScopes') && words(text.toLowerCase()).includes('full')
    ? [{ rule: 'full-scope', level: 'warning', at }]
    : [];

/** A secret that is filled in when it is deployed is none. */
const isPlaceholder = (text: string): boolean => /^(?:\$\{.+\}|\{\{.+\}\}|%.+%|\*+|x+)$/iu.test(text);

const secretsIn = ({ name, text, at }: Element): readonly Lint[] => [
  ...(name === 'consumerSecret' && text !== '' && !isPlaceholder(text)
    ? [{ rule: 'consumer-secret', level: 'error', at } as const]
    : []),
  ...(privateKey.test(text) ? [{ rule: 'private-key', level: 'error', at } as const] : []),
];

/** What stands in an element, and in all that it holds, each at its own place. */
export const lintsIn = (element: Element): readonly Lint[] => [
  ...rangeIn(element),
  ...scopesIn(element),
  ...secretsIn(element),
  ...element.children.flatMap(lintsIn),
];
