import { defined, type Diagnosis, type Finding } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { compose } from '../compose.ts';
import { standing, undecided, type Judgement, type Level } from '../formats/judgement.ts';
import { judged } from '../formats/openmetrics.ts';
import type { Sheet } from '../formats/sheet.ts';
import { blindLine, grouped } from '../parts/blind-spots.ts';
import { acceptedLine } from '../parts/accepted.ts';
import { contradictedBy } from '../parts/why.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { readable } from '../time.ts';
import { orgLabels } from '../formats/org-labels.ts';
import { diagnosisTimeline } from './timeline.ts';
import { aboutLogin } from './logins.ts';
import { pageOf, toDoOf } from './to-do.ts';

/** Whether it counts for the exit code. Where nobody could decide, no finding does: that it is open counts. */
const levelOf = ({ role, standing: sure, accepted }: Finding, { outcome }: Diagnosis, exitCode: number): Level => {
  if (accepted !== undefined) return 'noted';
  const counts =
    outcome === 'healthy' ||
    (outcome !== 'inconclusive' && (role === 'next' || (role === 'root' && sure === 'confirmed')));
  return counts ? standing(exitCode) : 'warned';
};

const nothingDecides = (diagnosis: Diagnosis, say: Say): string => {
  const suspects = diagnosis.findings.filter(({ role }) => role === 'root').length;
  if (suspects > 0) return say.count('why.undecided', suspects);
  const contradicted = contradictedBy(diagnosis);
  if (contradicted.length > 0) return say('why.contradicted', { causes: contradicted.join(', ') });
  return say(diagnosis.findings.some(({ role }) => role === 'next') ? 'why.not-accounted' : 'why.nothing-stands');
};

const titleOf = (words: Words, cause: string): string => words.text(`cause.${cause}`, 'title');

const judgements = (diagnosis: Diagnosis, exitCode: number, words: Words): readonly Judgement[] => {
  const { findings, integration, outcome, blindSpots, ruledOut } = diagnosis;
  const say = sayFrom(words);
  const { username, runAs, appLabel, app } = integration;
  const about = aboutLogin(runAs ?? username, appLabel ?? app, words);
  return [
    ...(outcome === 'inconclusive'
      ? [{ rule: 'undecided', about, level: undecided(exitCode), title: nothingDecides(diagnosis, say), signs: [] }]
      : []),
    ...findings.map((finding): Judgement => ({
      rule: finding.cause,
      about,
      level: levelOf(finding, diagnosis, exitCode),
      title: finding.title,
      signs: [...acceptedLine(finding, say), ...finding.signs.map(({ text }) => readable(text))],
      ...toDoOf(finding.remedies, say),
      more: pageOf(finding.cause),
      ...defined({ since: finding.since, on: finding.on }),
    })),
    ...ruledOut.map((cause) => ({
      rule: cause,
      about,
      level: 'passed' as const,
      title: titleOf(words, cause),
      signs: [],
    })),
    ...grouped(blindSpots).map((group) => ({
      rule: group.first.fact,
      about,
      level: 'not-seen' as const,
      title: blindLine(group, say),
      signs: [],
    })),
  ];
};

/** A diagnosis, for every format but the screen. */
export const doctorSheet = (given: Diagnosis, exitCode: number, words: Words): Sheet => {
  const diagnosis = allPrintable(given);
  const all = judgements(diagnosis, exitCode, words);
  const title = words.text('report', 'title.report');
  return {
    command: 'sf auth doctor',
    title,
    document: [...compose(diagnosis, words), ...diagnosisTimeline(diagnosis, words)],
    judgements: all,
    metrics: judged({ judgements: all }, orgLabels(diagnosis.targetOrg), exitCode, words),
    data: given,
  };
};
