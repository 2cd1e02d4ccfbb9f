import { defined } from '../model/index.ts';
import type { Cause, Edit } from '../model/index.ts';
import { judgeChange, type Judged } from './judge-change.ts';
import { todayOf, type Moments } from './pairs.ts';
import { usesThisApp, type Standing } from './person.ts';

const surely = ({ setting, element, at }: Edit): Edit => ({ setting, element, ...defined({ at }) });

const mayConcern = (standing: Standing, { setting }: Edit): boolean =>
  !('app' in setting) || usesThisApp(standing, setting) !== false;

/**
 * What becomes of a login, whatever a deployment does with what a file does not name: only what is so with each of these settings and
 * without it is said.
 */
export const judgeEitherWay = (
  standing: Standing,
  edits: readonly Edit[],
  moments: Moments & { readonly causes: readonly Cause[] },
): Judged => {
  const today = todayOf(standing.evidence, moments.causes);
  const judgedBy = (those: readonly Edit[]): Judged => judgeChange(standing, those, { ...moments, today });
  const sure = edits.filter((edit) => edit.perhaps !== true);
  const judged = judgedBy(sure);
  const deciding = edits.filter(
    (edit) =>
      edit.perhaps === true &&
      mayConcern(standing, edit) &&
      judgedBy([...sure, surely(edit)]).verdict !== judged.verdict,
  );
  return deciding.length === 0
    ? judged
    : { ...judged, verdict: 'untold', refusing: [], untold: [...judged.untold, ...deciding.map((edit) => ({ edit }))] };
};
