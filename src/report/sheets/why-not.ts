import type { WhyNot } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import type { Sheet } from '../formats/sheet.ts';
import { composeWhyNot } from '../why-not.ts';

/** How one cause stands, clue by clue, for every format that shows it: nothing is judged here that a threshold counts. */
export const whyNotSheet = (given: WhyNot, words: Words): Sheet => ({
  command: 'sf auth doctor',
  title: given.title,
  document: composeWhyNot(given, words),
  judgements: [],
  metrics: [],
  data: given,
});
