import { causes } from '../causes/index.ts';
import { idMeant, isOneWord, looksLikeId, noSuchCause } from '../input/cause-id.ts';
import type { Question } from '../input/question.ts';
import { explain as pageOf } from '../library/explain.ts';
import { explainText } from '../library/explain-text.ts';
import { listCauses } from '../library/list-causes.ts';
import { defined } from '../model/index.ts';
import type { Explanation } from '../model/index.ts';

export { pageOf };

const ids = causes.map(({ id }) => id);

const pageAsked = (word: string): Explanation | undefined => {
  const id = idMeant(word, ids);
  const page = id === undefined ? undefined : pageOf(id);
  return page === undefined ? undefined : { schemaVersion: 1, about: 'cause', page };
};

/** Answers `sf auth explain`: an id first, else a text. Throws `Trouble` for an id that there is not. */
export const explainAsked = (question: Question): Explanation => {
  if (question.about === 'catalogue') return listCauses();
  const { text, word, flow } = question;
  const page = word ? pageAsked(text) : undefined;
  if (page !== undefined) return page;
  if (word && looksLikeId(text)) throw noSuchCause(text, ids);
  const explanation = explainText(text, defined({ flow }));
  const isNothing = explanation.about === 'text' && explanation.causes.length === 0;
  if (word && isNothing && isOneWord(text)) throw noSuchCause(text, ids);
  return explanation;
};
