import { tellsNothing, valuesOf } from '../clues/questions.ts';
import { canMean, flows, known, noRow, questionIds, valueOf } from '../model/index.ts';
import type { Answer, Cause, CauseId, Evidence, Flow, Question, QuestionId } from '../model/index.ts';
import { answers as statuses } from '../recognition/answers.ts';
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

const isFlow = (saw: string): saw is Flow => flows.some((flow) => flow === saw);

/** Evidence with what a person answered beside it. Of one question the last answer counts. */
export const withAnswer = (evidence: Evidence, answer: Answer): Evidence => {
  const integration = valueOf(evidence.integration);
  if (answer.question === 'flow' && isFlow(answer.saw) && integration !== undefined)
    return { ...evidence, integration: known({ ...integration, flow: answer.saw }, { place: 'asked' }) };
  const others = (valueOf(evidence.answers) ?? []).filter(({ question }) => question !== answer.question);
  return { ...evidence, answers: known([...others, answer], { place: 'asked' }) };
};

/** Whether nobody has said it yet, by an answer or otherwise. */
const isOpen = (id: QuestionId, evidence: Evidence): boolean => {
  const { flow, loginUrl } = valueOf(evidence.integration) ?? {};
  if (id === 'flow') return flow === undefined;
  if (id === 'login-host' && loginUrl !== undefined) return false;
  return valueOf(evidence.answers)?.some(({ question }) => question === id) !== true;
};

const answersTo = (id: QuestionId): readonly Answer[] =>
  id === 'login-history' ? statuses : valuesOf(id).map((saw) => ({ question: id, saw }));

/** An answer that may always be given, and narrows nothing of itself. */
const isVague = (answer: Answer): boolean =>
  answer.question === 'login-history' ? answer.saw === noRow : tellsNothing(answer);

/** What an answer leaves. */
type Left = Question['choices'][number] & { readonly vague: boolean };

/** What each answer would leave. */
const leftBy = (id: QuestionId, { suspects, causes, evidence }: Asked): readonly Left[] =>
  answersTo(id).map((answer) => {
    const answered = withAnswer(evidence, answer);
    const brought =
      answer.question === 'login-history' ? causes.filter(({ id: one }) => canMean(answer).includes(one)) : [];
    const left = [...new Set([...suspects, ...brought])].filter((cause) => stands(judge(cause, answered)));
    return { answer: answer.saw, causes: left.map((cause) => cause.id), vague: isVague(answer) };
  });

/** How many causes are left, whichever it was: the mean over the suspects, each by the answer true of it that leaves most. */
const leftOver = (all: readonly Left[], suspects: readonly Cause[]): number => {
  const clear = all.filter(({ vague }) => !vague);
  const sizes = suspects.map(({ id }) => {
    const left = clear.flatMap(({ causes }) => (causes.includes(id) ? [causes.length] : []));
    return left.length === 0 ? suspects.length : Math.max(...left);
  });
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
};

/** Whatever is looked up elsewhere is worth it where it leaves this share at most. Whose login fails looks into Login History anyhow. */
const mostLeft = 0.8;

/**
 * What to look at where a text leaves several causes: each answer to each question is put to the clues of the causes, and the question that
 * splits best is asked. An answer that leaves none of the text's causes, or as many, is no choice. Undefined: none decides anything, or the
 * org's own rows were read.
 */
export const questionFor = (asked: Asked): Question | undefined => {
  const { suspects, evidence } = asked;
  if (evidence.loginRows.state === 'known') return undefined;
  const isOfText = (cause: CauseId): boolean => suspects.some(({ id }) => id === cause);
  const isChoice = ({ causes }: Left): boolean => causes.some(isOfText) && causes.length < suspects.length;
  const [best] = questionIds
    .filter((id) => isOpen(id, evidence))
    .map((id) => ({ id, all: leftBy(id, asked) }))
    .map(({ id, all }) => ({ id, choices: all.filter(isChoice), left: leftOver(all, suspects) }))
    .filter(
      ({ id, choices, left }) => choices.length > 0 && (id === 'login-history' || left <= mostLeft * suspects.length),
    )
    .toSorted((one, other) => one.left - other.left);
  return best && { id: best.id, choices: best.choices.map(({ answer, causes }) => ({ answer, causes })) };
};
