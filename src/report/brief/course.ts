import type { Change, Diagnosis, Finding } from '../../model/index.ts';
import type { Brief } from './brief.ts';
import { columnsOf } from '../wrap.ts';
import { clipped, margin, plain } from './part.ts';
import type { Line } from './part.ts';
import { at, before, inWords } from './when.ts';

/** Who did it, when, and how long before it first failed. */
const deed = ({ at: time, by, display }: Change, failure: string | undefined, when: string, { say }: Brief): string => {
  const span = before(time, failure);
  const values = { by: by ?? say('by-unknown'), at: when, display };
  return span === undefined ? say('deed', values) : say('deed.before', { ...values, span });
};

/** Who brought it about, and when; undefined where nobody is known to have. */
export const deedOf = ({ change }: Finding, diagnosis: Diagnosis, brief: Brief): string | undefined =>
  change && deed(change, diagnosis.firstFailure ?? diagnosis.failingRow?.at, at(change.at, brief.reader), brief);

/** For what it failed first, where that was something else. */
const beginning = ({ began }: Finding, { say, reader }: Brief): readonly string[] => {
  if (began === undefined) return [];
  const { row, change } = began;
  const values = { at: at(row.at, reader), status: row.status };
  return [
    change === undefined
      ? say('began', values)
      : say('began.deed', {
          ...values,
          by: change.by ?? say('by-unknown'),
          done: at(change.at, reader),
          display: change.display,
        }),
  ];
};

/** Until when it worked, since when it fails. */
const course = ({ lastSuccess, firstFailure }: Diagnosis, { say, reader }: Brief): string | undefined => {
  if (lastSuccess !== undefined && firstFailure !== undefined)
    return say('course.turned', { until: at(lastSuccess, reader), since: at(firstFailure, reader) });
  if (firstFailure !== undefined) return say('course.since', { since: at(firstFailure, reader) });
  return lastSuccess === undefined ? undefined : say('course.last', { at: at(lastSuccess, reader) });
};

/** The sign that tells most of a cause, beyond that a wording means it: a proof, or the best hint where nothing proves it. */
export const tellingSign = ({ signs }: Finding): Finding['signs'][number] | undefined => {
  const proofs = signs.filter(({ kind }) => kind === 'proves');
  const telling = proofs.length > 0 ? proofs : signs.filter(({ kind }) => kind === 'suggests');
  const state = (clues: readonly string[]) => telling.find(({ clue }) => !clues.includes(clue));
  return state(['said', 'in-history']) ?? state(['said']) ?? telling[0];
};

/** The second line: who did it and when, be it Salesforce itself; where nobody is known to have, what shows it; and since when. */
export const whatHappened = (finding: Finding, diagnosis: Diagnosis, brief: Brief): readonly Line[] => {
  const { reader, width } = brief;
  const { enforced } = finding;
  const told =
    deedOf(finding, diagnosis, brief) ?? clipped(inWords(enforced?.text ?? tellingSign(finding)?.text ?? '', reader));
  const when = course(diagnosis, brief) ?? '';
  const both = `${told} ${when}`.trim();
  return [
    ...(columnsOf(both) <= width - margin ? plain(both, width) : [...plain(told, width), ...plain(when, width)]),
    ...beginning(finding, brief).flatMap((line) => plain(line, width)),
  ];
};
