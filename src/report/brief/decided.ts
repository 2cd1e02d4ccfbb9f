import type { Diagnosis, Finding } from '../../model/index.ts';
import type { Brief } from './brief.ts';
import { whatHappened } from './course.ts';
import type { Group } from './fit.ts';
import { misnamedApp } from './misnamed.ts';
import { outlook } from './outlook.ts';
import { asSentence, part } from './part.ts';
import { sure } from './sure.ts';
import { toDo } from './to-do.ts';
import { verdict } from './verdict.ts';

/** A cause was found: what it is, who did it and when, what to do, why it is sure, what else there is. */
export const decided = (finding: Finding, diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const passes = diagnosis.outcome === 'transient';
  const said = passes
    ? ({ mark: '!', tone: 'unsure', note: say('note.passes') } as const)
    : ({ mark: '✖', tone: 'bad', note: say('note.confirmed') } as const);
  return [
    [
      ...part(0, verdict({ ...said, text: asSentence(finding.title) }, width)),
      ...part(0, whatHappened(finding, diagnosis, brief)),
      ...misnamedApp(diagnosis, brief),
    ],
    toDo(finding, brief),
    [...sure(finding, diagnosis, brief), ...outlook(diagnosis, finding, brief)],
  ];
};
