import { defined } from '../model/index.ts';
import type { Cause, Edit } from '../model/index.ts';
import { judgeChange, type Judged } from './judge-change.ts';
import type { Moments } from './pairs.ts';
import type { Standing } from './person.ts';

const surely = ({ setting, element, at }: Edit): Edit => ({ setting, element, ...defined({ at }) });

/**
 * What becomes of a login, whatever a deployment does with what a file does not name: only what is so with each of these settings and
 * without it is said.
 */
export const judgeEitherWay = (
  standing: Standing,
  edits: readonly Edit[],
  moments: Moments & { readonly causes: readonly Cause[] },
): Judged => {
  const [sure, perhaps] = [edits.filter((edit) => !edit.perhaps), edits.filter((edit) => edit.perhaps)];
  const judged = judgeChange(standing, sure, moments);
  const deciding = perhaps.filter(
    (edit) => judgeChange(standing, [...sure, surely(edit)], moments).verdict !== judged.verdict,
  );
  return deciding.length === 0
    ? judged
    : { ...judged, verdict: 'untold', refusing: [], untold: [...judged.untold, ...deciding.map((edit) => ({ edit }))] };
};
