import type { Explanation } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { composeExplanation } from '../explain/compose.ts';
import type { Sheet } from '../formats/sheet.ts';
import { sayFrom } from '../say.ts';

const titleOf = (explanation: Explanation, words: Words): string => {
  const say = sayFrom(words, 'formats');
  return explanation.about === 'cause' ? explanation.page.title : say(`title.explain.${explanation.about}`);
};

/** A page, a text or the list, for every format that shows it: nothing is judged here. */
export const explanationSheet = (explanation: Explanation, words: Words): Sheet => ({
  command: 'sf auth explain',
  title: titleOf(explanation, words),
  document: composeExplanation(explanation, words),
  judgements: [],
  metrics: [],
  data: explanation,
});
