import type { Try } from '../../model/index.ts';
import type { Filling, Words } from '../../words/index.ts';
import { printable } from '../printable.ts';

/** The words of `messages/waiting.md`. */
export type SayWaiting = (key: string, filling?: Filling) => string;

export const sayWaiting =
  (words: Words): SayWaiting =>
  (key, filling) =>
    words.text('waiting', key, filling);

const network = new Set(['host-silent', 'host-unknown', 'not-trusted']);

/** What was answered, on one line: text and code, or what stands for them. */
export const saidBy = ({ answer: { code, description, status }, reason }: Try, say: SayWaiting): string => {
  if (reason === 'nothing-to-send') return say('answer.nothing-sent');
  // A refusal that proves that the key is known would read like a failure.
  if (reason === 'key-known' || reason === 'granted') return say(`answer.${reason}`);
  const clean = (text: string): string => printable(text).replaceAll('\n', ' ').trim();
  if (description !== undefined && code !== undefined)
    return say('answer.both', { description: clean(description), code: clean(code) });
  if (code !== undefined && network.has(reason) && status === undefined) return say('answer.silent', { code });
  return clean(code ?? description ?? say('answer.status', { status: status ?? '-' }));
};

/** The class of an answer in a word, and the answer. */
export const verdictOf = (tried: Try, good: number, stable: number, say: SayWaiting): string =>
  say('said', { class: say(`class.${tried.class}`, { good, stable }), answer: saidBy(tried, say) });
