import type { GateSpeaker } from '../model/index.ts';
import type { Words } from './words.ts';

const file = 'gates';

/** So many names stand in a sentence. */
const most = 5;

const some = (names: readonly string[]): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} ... (${names.length})`;

/** `1 days` is `1 day`. */
const singular = (text: string): string => text.replaceAll(/\b1 (day|minute|token|address)(?:e?s)\b/gu, '1 $1');

/** Speaks of gates from `messages/gates.md`. Throws where a word is missing: tests keep that from happening. */
export const speakGatesFrom = (words: Words): GateSpeaker => ({
  gate: (gate) => words.text(file, `gate.${gate}`),
  notApplicable: (gate, flow) =>
    flow === undefined
      ? (words.find(file, `gate.${gate}.nothing`) ?? words.text(file, 'nothing'))
      : words.text(file, `gate.${gate}.other-flow`, { flow: words.text('report', `flow.${flow}`) }),
  flowNotKnown: () => words.text(file, 'flow-not-known'),
  reading: (gate, check, say, values, parts) => {
    const joined = Object.entries(parts).map(
      ([name, all]) => [name, all.map((part) => words.text(file, `list.${part.say}`, part.values)).join(', ')] as const,
    );
    const flow = values.flow === undefined ? {} : { flow: words.text('report', `flow.${values.flow}`) };
    return singular(words.text(file, `${gate}.${check}.${say}`, { ...values, ...flow, ...Object.fromEntries(joined) }));
  },
  ofApps: (sentence, apps) => words.text(file, 'of-apps', { sentence, apps: some(apps) }),
  notOurs: (fact, installed) => words.find(file, `not-ours.${installed ? 'installed' : 'absent'}.${fact}`),
});
