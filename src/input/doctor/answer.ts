import { valuesOf } from '../../clues/questions.ts';
import { questionIds, Trouble } from '../../model/index.ts';
import type { Answer, QuestionId } from '../../model/index.ts';
import { answers, readAnswer } from '../../recognition/answers.ts';

const questionNamed = (name: string): QuestionId | undefined =>
  questionIds.find((id) => id === name.trim().toLowerCase());

const ofHistory = (typed: string): Answer => {
  const answer = readAnswer(typed);
  if (answer === undefined)
    throw new Trouble('answer-unknown', { answer: typed, answers: answers.map(({ saw }) => saw).join(', ') });
  return answer;
};

/**
 * What a person answered: `<question>=<value>`, or a status of Login History alone. Throws `Trouble` where it is no answer, with all that may be
 * answered.
 */
export const answerIn = (typed: string): Answer => {
  const [, name = '', value = ''] = /^([^=]*)=(.*)$/su.exec(typed) ?? [];
  if (!typed.includes('=')) return ofHistory(typed);
  const question = questionNamed(name);
  if (question === undefined)
    throw new Trouble('question-unknown', { question: name, questions: questionIds.join(', ') });
  if (question === 'login-history') return ofHistory(value);
  const values = valuesOf(question);
  const saw = values.find((one) => one === value.trim().toLowerCase());
  if (saw === undefined) throw new Trouble('answer-no-value', { question, answer: value, answers: values.join(', ') });
  return { question, saw };
};
