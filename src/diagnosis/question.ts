import { known, valueOf } from '../model/index.ts';
import type { Answer, Cause, CauseId, Evidence, Question } from '../model/index.ts';
import { answers } from '../recognition/answers.ts';
import { judge, type Judgement } from './judge.ts';

/** A date that lies ahead explains no failure. */
const stands = ({ standing, ahead }: Judgement): boolean =>
  ahead === undefined && (standing === 'suspected' || standing === 'confirmed');

export type Asked = {
  /** What is possible, likeliest first. */
  readonly suspects: readonly Cause[];
  /** The whole catalogue: an answer may bring a cause of which the text does not think. */
  readonly causes: readonly Cause[];
  readonly evidence: Evidence;
};

/**
 * What to look at where a text leaves several causes: each answer is put to the clues of the causes, and those that would stand by it are told. An
 * answer that leaves none of the text's, or as many, is no choice. Undefined: the question decides nothing, was answered, or the org's own rows were read.
 */
export const questionFor = ({ suspects, causes, evidence }: Asked): Question | undefined => {
  if (suspects.length < 2 || evidence.loginRows.state === 'known' || valueOf(evidence.answer) !== undefined)
    return undefined;
  const leftBy = (answer: Answer): readonly CauseId[] => {
    const answered = { ...evidence, answer: known(answer, { place: 'asked' }) };
    const brought = causes.filter(({ id }) => answer.decides === id || answer.suspects.includes(id));
    return [...new Set([...suspects, ...brought])].flatMap((cause) =>
      stands(judge(cause, answered)) ? [cause.id] : [],
    );
  };
  const isOfText = (id: CauseId): boolean => suspects.some((cause) => cause.id === id);
  const choices = answers
    .map((answer) => ({ answer: answer.saw, causes: leftBy(answer) }))
    .filter(({ causes: left }) => left.some(isOfText) && left.length < suspects.length);
  return choices.length === 0 ? undefined : { id: 'login-history', choices };
};
