import type { Cause, CauseId, Clue } from '../model/index.ts';
import { answered, excluded } from './answered.ts';
import { doubtsBySuccess } from './doubts.ts';
import { otherFlow } from './flows.ts';
import { inEventLog } from './in-event-log.ts';
import { inHistory } from './in-history.ts';
import { outOfTime } from './out-of-time.ts';
import { isExcludable } from './questions.ts';
import { said } from './said.ts';
import { cite, type SourceId } from './sources.ts';
import { undone } from './undone.ts';

/** What a cause declares. Only what is its own: what nearly every cause reads comes from here. */
export type Declaration = Omit<Cause, 'sources' | 'explains' | 'clues'> & {
  /** The public pages that say so. */
  readonly sources: readonly SourceId[];
  readonly explains?: readonly CauseId[];
  readonly clues?: readonly Clue[];
  /**
   * False: no login that it stops leaves a row in Login History, or the row is that of a success. `by-password`: each login by password that it
   * stops leaves one; of other flows that is not known.
   */
  readonly recorded?: false | 'by-password';
  /**
   * What proves it is inferred from a trail or from what is absent, not read in a setting: a login that went well lately,
   * with nothing changed since, speaks against it. A setting that refuses now is proof, whatever went well before.
   */
  readonly doubtedBySuccess?: true;
};

/** What is only untidy refuses nothing, so no wording and no row tells of it. */
const failureClues = ({ id, blocks, recorded }: Declaration): readonly Clue[] =>
  blocks
    ? [
        said(id),
        ...(recorded === false ? [] : [inHistory(id)]),
        ...inEventLog(id),
        answered(id, { byPassword: recorded === 'by-password' }),
        ...(isExcludable(id) ? [excluded(id)] : []),
      ]
    : [];

/** One root cause, with the clues of the frame round its own: what was said, what the org recorded, the flow, the time. */
export const cause = (declaration: Declaration): Cause => {
  const { id, flows, since, until, sources, explains = [], clues = [], doubtedBySuccess } = declaration;
  return {
    ...declaration,
    explains,
    sources: sources.map(cite),
    clues: [
      ...failureClues(declaration),
      ...(flows === undefined ? [] : [otherFlow(id, flows)]),
      ...(since === undefined && until === undefined ? [] : [outOfTime(since, until)]),
      ...clues,
      ...(declaration.actions === undefined ? [] : [undone(id, declaration)]),
      ...(doubtedBySuccess === true ? doubtsBySuccess : []),
    ],
  };
};
