import type { Diagnosis, Finding } from '../../model/index.ts';
import { twoFailures } from '../parts/record.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { part, plain, sentence } from './part.ts';
import { at } from './when.ts';

/** Who undid what is told above, and when. */
const undone = ({ undone: entry }: Pick<Finding, 'undone'>, { say, reader }: Brief): readonly string[] => {
  if (entry === undefined) return [];
  const { by = say('by-unknown'), display } = entry;
  return [say('undone', { by, at: at(entry.at, reader), display })];
};

/** What a reader must know before anything is done: that text and record are two failures, that it was undone, that it goes well again. */
export const record = (diagnosis: Diagnosis, brief: Brief): Group => {
  const { recorded, refusals, findings } = diagnosis;
  const { also, reader, width } = brief;
  const { says, other, wellAgainAt } = refusals.length === 0 ? {} : (recorded ?? {});
  const told = [
    ...(says === 'differs' && other !== undefined
      ? [also(twoFailures(diagnosis), { status: other.status, at: at(other.at, reader) })]
      : []),
    ...findings.slice(0, 1).flatMap((finding) => undone(finding, brief)),
    ...(wellAgainAt === undefined ? [] : [also('record.well-again', { at: at(wellAgainAt, reader) })]),
  ];
  return told.flatMap((text) => part(0, plain(text, width)));
};

/** Where it was undone, nothing is left to do but to see that it helped. */
export const tryAgain = ({ verify }: Pick<Finding, 'verify'>, { say, width }: Brief): Group =>
  verify === undefined ? [] : part(0, sentence(say('label.do'), verify, width));
