import { clueWith, noRow, rulesOut, suggests } from '../model/index.ts';
import type { Answer, CauseId, Clue, Facts, FoundOut, Pointer, SeenStatus } from '../model/index.ts';
import { passwordFlows } from './flows.ts';
import { isExcluded } from './questions.ts';

type Told = Pick<Facts, 'refusals'> & Partial<Pick<Facts, 'answers' | 'loginRows'>>;

/** What a person answered, where that is a question still: the text leaves it open, and the org's own rows were not read. */
const openAnswers = ({ refusals, answers = [], loginRows }: Told): readonly Answer[] =>
  loginRows === undefined && refusals.every(({ decides }) => decides === undefined) ? answers : [];

/** What was seen in Login History, where that is a question still. */
export const openStatus = (told: Told): SeenStatus | undefined =>
  openAnswers(told).find((answer) => answer.question === 'login-history');

const points = ({ decides, suspects }: Pointer, id: CauseId): boolean => decides === id || suspects.includes(id);

/**
 * What a person saw in Login History. It leaves fewer causes of those that a text leaves open, and proves none.
 * `byPassword`: each login by password that the cause stops leaves a row.
 */
export const answered = (id: CauseId, { byPassword }: { readonly byPassword: boolean }): Clue => ({
  ...clueWith(
    'answered',
    { needs: ['integration', 'refusals'], also: ['answers', 'loginRows'] },
    ({ integration: { flow }, ...told }) => {
      const { refusals } = told;
      const answer = openStatus(told);
      if (answer === undefined) return undefined;
      const values = { saw: answer.saw };
      if (points(answer, id)) return suggests(values);
      const leavesRow = answer.saw !== noRow || (byPassword && passwordFlows.some((one) => one === flow));
      return leavesRow && refusals.some((refusal) => points(refusal, id)) ? rulesOut(values) : undefined;
    },
  ),
  about: 'failure',
});

/** What a person found out elsewhere, by which this one cannot have been. */
export const excluded = (id: CauseId): Clue => ({
  ...clueWith(
    'excluded',
    { needs: ['integration', 'refusals'], also: ['answers', 'loginRows'] },
    ({ integration: { flow }, ...told }) => {
      const found = openAnswers(told).find(
        (answer): answer is FoundOut => answer.question !== 'login-history' && isExcluded(answer, id, flow),
      );
      return found === undefined ? undefined : rulesOut({ question: found.question, saw: found.saw });
    },
  ),
  about: 'failure',
});
