import type { Meaning } from './phrase-book/meanings.ts';
import { paraphrases } from './phrase-book/paraphrases.ts';
import { latinWordings, scriptWordings } from './phrase-book/wordings.ts';
import type { Phrase } from './phrase-book/index.ts';
import type { Letters } from './reading/letters.ts';
import { makeLexicon, scanAll } from './reading/lexicon.ts';
import type { Hit } from './reading/lexicon.ts';
import { makeScript, scanScript } from './reading/script.ts';
import type { Statement } from './statement.ts';

const lexicon = makeLexicon(latinWordings);
const script = makeScript(scriptWordings);

/** In the order of the text, whatever the script. */
const known = (letters: Letters): Array<Hit<Meaning>> => {
  const others = scanScript(script, letters);
  const latin = scanAll(lexicon, letters);
  return others.length === 0 ? latin : [...latin, ...others].sort((a, b) => a.start - b.start);
};

/** Letters between two words of one sentence. */
const sameSentence = 48;
const longestSentence = 24;

const endsSentence = /[。！？]|[.!?](?:["')\]]{0,2})(?:\s|$)|\n\s*\n|[,;]\s{1,3}or\b|\bor\s{1,3}\(/u;

/** Words of known meaning, sentence by sentence. */
const sentences = (letters: Letters): Array<Array<Hit<Meaning>>> => {
  const found: Array<Array<Hit<Meaning>>> = [];
  for (const hit of known(letters)) {
    const last = found.at(-1);
    const before = last?.at(-1);
    const goesOn =
      last !== undefined &&
      before !== undefined &&
      last.length < longestSentence &&
      hit.from - before.to <= sameSentence &&
      !endsSentence.test(letters.source.slice(before.end, hit.start));
    if (goesOn) last.push(hit);
    else found.push([hit]);
  }
  return found;
};

type Rule = { readonly all: readonly Meaning[]; readonly unreached: boolean; readonly entry: Phrase };

const rules: readonly Rule[] = paraphrases.map(({ all, suspects, when, unreached }) => ({
  all,
  unreached: unreached === true,
  entry: {
    id: `paraphrase.${all.join('-').replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}`,
    channel: 'client',
    suspects,
    ...(when === undefined ? {} : { when }),
    evidence: 'claimed',
    source: 'words of one meaning, as clients and vendors use them',
    shared: true,
  },
}));

/** A log is long; there, only a sentence that speaks of a failure counts. */
const longText = 4000;
const failure = /error|fail|exception|denied|invalid|unable|cannot|could not|refused|rejected|fatal|\b[45]\d\d\b/iu;

const spoken = (letters: Letters, sentence: ReadonlyArray<Hit<Meaning>>, answered: boolean): Statement | undefined => {
  const said = new Set(sentence.flatMap((hit) => hit.terms));
  const fitting = rules.find(
    ({ all, unreached }) => !(answered && unreached) && all.every((meaning) => said.has(meaning)),
  );
  const start = sentence[0]?.start ?? 0;
  const end = sentence.reduce((last, hit) => Math.max(last, hit.end), start);
  if (fitting === undefined) return undefined;
  const loud =
    letters.source.length < longText || failure.test(letters.source.slice(Math.max(0, start - 200), end + 200));
  return loud
    ? { entry: fitting.entry, description: letters.source.slice(start, end), sentence: true, start, end }
    : undefined;
};

/** What a text says in words that are not Salesforce's own. Read only where those are absent. `answered`: a server was reached. */
export const readParaphrases = (letters: Letters, answered: boolean): Statement[] => {
  const seen = new Set<string>();
  return sentences(letters).flatMap((sentence) => {
    const statement = spoken(letters, sentence, answered);
    const id = statement?.entry?.id;
    if (statement === undefined || id === undefined || seen.has(id)) return [];
    seen.add(id);
    return [statement];
  });
};
