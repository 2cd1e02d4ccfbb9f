import type { Diagnosis } from '../../model/index.ts';
import { speakNotes } from '../notes.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { part, sentence } from './part.ts';
import { ranks } from './ranks.ts';

/** What there is to say about the refusals alone; not where an org's own record was found, which says more. */
export const notes = ({ refusals, failingRow }: Diagnosis, { say, words, width }: Brief): Group =>
  failingRow === undefined
    ? speakNotes(refusals, words).flatMap(({ text }) => part(ranks.next, sentence(say('label.note'), text, width)))
    : [];
