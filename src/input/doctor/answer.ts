import { Trouble } from '../../model/index.ts';
import type { Answer } from '../../model/index.ts';
import { answers, readAnswer } from '../../recognition/answers.ts';

/** What a person answered. Throws `Trouble` where it is no answer, with all that may be answered. */
export const answerIn = (typed: string): Answer => {
  const answer = readAnswer(typed);
  if (answer === undefined)
    throw new Trouble('answer-unknown', { answer: typed, answers: answers.map(({ saw }) => saw).join(', ') });
  return answer;
};
