import type { CauseId, Try, WaitResult } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { span } from '../time.ts';
import { saidBy, sayWaiting, type SayWaiting } from './say.ts';

/** More would be a list to choose from at random. */
const mostCauses = 3;

const titleOf = (words: Words, cause: CauseId): string | undefined =>
  words.files().includes(`cause.${cause}`) ? words.find(`cause.${cause}`, 'title') : undefined;

const causeLines = ({ outcome, decides, suspects }: WaitResult, words: Words, say: SayWaiting): readonly string[] => {
  if (outcome === 'ready') return [];
  const worded = (cause: CauseId): ReadonlyArray<{ cause: CauseId; title: string }> => {
    const title = titleOf(words, cause);
    return title === undefined ? [] : [{ cause, title }];
  };
  if (decides !== undefined) return worded(decides).map((one) => say('end.cause', one));
  const lines = suspects.slice(0, mostCauses).flatMap(worded);
  return lines.length === 0 ? [] : [say('end.causes'), ...lines.map((one) => say('end.cause-line', one))];
};

const headline = (result: WaitResult, last: Try, say: SayWaiting): string => {
  const { outcome, limit, tries, elapsedMs, wanted } = result;
  const { stable, budget } = wanted;
  const filling = { elapsed: span(elapsedMs), tries: tries.length, answer: saidBy(last, say), host: last.host, stable };
  if (outcome === 'ready') return say(`end.ready.${stable === 1 ? 'one' : 'other'}`, filling);
  if (outcome !== 'gave-up') return say(`end.${outcome}`, filling);
  return say(`end.gave-up.${limit === 'tries' && tries.length < budget ? 'few' : (limit ?? 'time')}`, filling);
};

/** What the waiting came to, in sentences, the first of them the outcome. */
export const endLines = (result: WaitResult, words: Words): readonly string[] => {
  const say = sayWaiting(words);
  const last = result.tries.at(-1);
  if (last === undefined) return [say('end.interrupted.early')];
  const isGood = last.class === 'good';
  const unstable = isGood && result.outcome === 'gave-up';
  const why = unstable ? say('end.gave-up.unstable', { stable: result.wanted.stable }) : say(`reason.${last.reason}`);
  return [headline(result, last, say), why, ...(isGood ? [] : causeLines(result, words, say))];
};
