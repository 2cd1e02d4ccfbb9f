import type { CauseId, Try, WaitResult } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { shortKey } from '../parts/short-key.ts';
import { span } from '../time.ts';
import { saidBy, sayWaiting, type SayWaiting } from './say.ts';

/** What the waiting came to, for every screen. */
export type WaitEnd = {
  /** One sentence: whether it is known, after how long, and what the host says. */
  readonly verdict: string;
  readonly told: readonly string[];
  /** What it can be, likeliest first. */
  readonly likeliest: readonly string[];
};

/** More would be a list to choose from at random. */
const mostCauses = 3;

/** A good answer at the end is not enough where those before it were not. */
const isUnstable = ({ outcome }: WaitResult, last: Try): boolean => last.class === 'good' && outcome === 'gave-up';

const sayTries = ({ tries: { length: count } }: WaitResult, say: SayWaiting): string =>
  say(`tries.${count === 1 ? 'one' : 'other'}`, { count });

const verdictKey = (result: WaitResult, last: Try): string => {
  if (result.outcome === 'interrupted') return 'interrupted';
  if (isUnstable(result, last)) return 'unstable';
  const isGood = last.reason === 'key-known' || last.reason === 'granted';
  return isGood ? `${last.reason}.${result.wanted.stable === 1 ? 'one' : 'other'}` : last.reason;
};

/** The first sentence of what the waiting came to. */
export const waitVerdict = (result: WaitResult, words: Words): string => {
  const say = sayWaiting(words);
  const last = result.tries.at(-1);
  if (last === undefined) return say('verdict.interrupted.early');
  return say(`verdict.${verdictKey(result, last)}`, {
    elapsed: span(result.elapsedMs),
    tries: sayTries(result, say),
    host: last.host,
    stable: result.wanted.stable,
    answer: saidBy(last, say),
  });
};

const titled = (words: Words, cause: CauseId): ReadonlyArray<{ cause: CauseId; title: string }> => {
  const title = words.files().includes(`cause.${cause}`) ? words.find(`cause.${cause}`, 'title') : undefined;
  return title === undefined ? [] : [{ cause, title }];
};

/** Whether every try was answered alike. */
const isSame = ({ tries }: WaitResult, say: SayWaiting): boolean =>
  tries.length > 1 && new Set(tries.map((tried) => saidBy(tried, say))).size === 1;

/** What was answered, unless the verdict says it. */
const answered = (result: WaitResult, last: Try, say: SayWaiting): readonly string[] =>
  last.class === 'good' || last.reason === 'needs-a-person' || last.reason === 'nothing-to-send'
    ? []
    : [say(isSame(result, say) ? 'answer.same' : 'answer.last', { answer: saidBy(last, say) })];

const limits = ({ limit, tries, wanted: { stable, budget } }: WaitResult, say: SayWaiting): readonly string[] =>
  limit === 'tries' ? [say(tries.length < budget ? 'limit.few' : 'limit.tries', { stable })] : [];

const means = ({ decides }: WaitResult, words: Words, say: SayWaiting): readonly string[] =>
  decides === undefined ? [] : titled(words, decides).map((one) => say('cause', one));

/** Of what looks like propagation and may be none: the words of that answer. Of others the causes that it points at. */
const likeliest = (result: WaitResult, last: Try, key: string, words: Words): readonly string[] => {
  if (last.class === 'good' || result.decides !== undefined) return [];
  const known = words.list('waiting', `likeliest.${last.reason}`, { key });
  if (known.length > 0) return known;
  return result.suspects
    .slice(0, mostCauses)
    .flatMap((cause) => titled(words, cause))
    .map((one) => sayWaiting(words)('cause-line', one));
};

/** What the waiting came to. `key`: the consumer key that was asked about. */
export const waitEnd = (result: WaitResult, key: string | undefined, words: Words): WaitEnd => {
  const say = sayWaiting(words);
  const verdict = waitVerdict(result, words);
  const last = result.tries.at(-1);
  if (last === undefined) return { verdict, told: [], likeliest: [] };
  const reason = say(`reason.${isUnstable(result, last) ? 'unstable' : last.reason}`);
  const first = [...answered(result, last, say), reason, ...limits(result, say)].join(' ');
  return {
    verdict,
    told: [first, ...means(result, words, say)],
    likeliest: likeliest(result, last, shortKey(key ?? '-'), words),
  };
};
