import { clueWith, noRow, rulesOut, suggests } from '../model/index.ts';
import type { Answer, CauseId, Clue, Facts, Pointer } from '../model/index.ts';
import { passwordFlows } from './flows.ts';

type Told = Pick<Facts, 'refusals'> & Partial<Pick<Facts, 'answer' | 'loginRows'>>;

/** What a person answered, where that is a question still: the text leaves it open, and the org's own rows were not read. */
export const openAnswer = ({ refusals, answer, loginRows }: Told): Answer | undefined =>
  loginRows === undefined && refusals.every(({ decides }) => decides === undefined) ? answer : undefined;

const points = ({ decides, suspects }: Pointer, id: CauseId): boolean => decides === id || suspects.includes(id);

/**
 * What a person saw in Login History. It leaves fewer causes of those that a text leaves open, and proves none.
 * `byPassword`: each login by password that the cause stops leaves a row.
 */
export const answered = (id: CauseId, { byPassword }: { readonly byPassword: boolean }): Clue => ({
  ...clueWith(
    'answered',
    { needs: ['integration', 'refusals'], also: ['answer', 'loginRows'] },
    ({ integration: { flow }, ...told }) => {
      const { refusals } = told;
      const answer = openAnswer(told);
      if (answer === undefined) return undefined;
      const values = { saw: answer.saw };
      if (points(answer, id)) return suggests(values);
      const leavesRow = answer.saw !== noRow || (byPassword && passwordFlows.some((one) => one === flow));
      return leavesRow && refusals.some((refusal) => points(refusal, id)) ? rulesOut(values) : undefined;
    },
  ),
  about: 'failure',
});
