import { defined, type ComparedOrg, type Comparison, type GateDifference } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { bothLines, composeComparison, orgLine, speechFrom, type Speech } from '../compare/compose.ts';
import { standing, undecided, type Judgement, type Level } from '../formats/judgement.ts';
import { judged } from '../formats/openmetrics.ts';
import { orgLabels } from '../formats/org-labels.ts';
import type { Sheet } from '../formats/sheet.ts';
import { allPrintable } from '../printable.ts';
import { readable } from '../time.ts';
import { endsTimeline } from './timeline.ts';
import { pageOf, toDoOf } from './to-do.ts';

/** How the login stands in the org that was asked about: that alone is what the exit code says. */
const ofTarget = (target: ComparedOrg, exitCode: number, speech: Speech): Judgement => {
  const [cause] = target.deciding?.closedBy ?? [];
  const level: Level =
    target.deciding !== undefined
      ? standing(exitCode)
      : target.outcome === 'inconclusive'
        ? undecided(exitCode)
        : 'passed';
  return {
    rule: cause?.cause ?? target.deciding?.gate ?? (level === 'passed' ? 'gates' : 'undecided'),
    about: target.name,
    level,
    title: orgLine(target, undefined, speech),
    signs: [],
    ...(cause === undefined ? {} : { ...toDoOf(cause.remedies, speech.also), more: pageOf(cause.cause) }),
  };
};

const ofDifference = (difference: GateDifference, comparison: Comparison, speech: Speech): Judgement => ({
  rule: difference.gate,
  about: comparison.target.name,
  level: 'noted',
  title: speech.say(`differs.${difference.differs}`, {
    gate: difference.title,
    target: comparison.target.name,
    other: comparison.other.name,
    here: speech.gates(`screen.state.${difference.target.state}`),
    there: speech.gates(`screen.state.${difference.other.state}`),
  }),
  signs: bothLines(difference, comparison, speech).map(([org, what]) => speech.say('at', { org, what })),
});

/** What will break in the org that was asked about. */
const ofLater = ({ name, warnings, outcome }: ComparedOrg, exitCode: number): readonly Judgement[] =>
  warnings
    .filter(({ kind }) => kind === 'later')
    .map(({ cause, gate, text, on }) => ({
      rule: cause ?? gate,
      about: name,
      level: outcome === 'healthy' ? standing(exitCode) : 'warned',
      title: readable(text),
      signs: [],
      ...(cause === undefined ? {} : { more: pageOf(cause) }),
      ...defined({ on }),
    }));

const ofOther = ({ other }: Comparison, speech: Speech): readonly Judgement[] =>
  other.targetOrg === undefined
    ? [{ rule: 'other-org', about: other.name, level: 'not-seen', title: orgLine(other, undefined, speech), signs: [] }]
    : [];

/** Two orgs, for every format but the screen. */
export const comparisonSheet = (given: Comparison, exitCode: number, words: Words): Sheet => {
  const comparison = allPrintable(given);
  const speech = speechFrom(words);
  const { target, differences = [] } = comparison;
  const judgements = [
    ofTarget(target, exitCode, speech),
    ...differences.map((difference) => ofDifference(difference, comparison, speech)),
    ...ofLater(target, exitCode),
    ...ofOther(comparison, speech),
  ];
  return {
    command: 'sf auth doctor',
    title: speech.say('title'),
    document: [...composeComparison(comparison, words), ...endsTimeline(judgements, words)],
    judgements,
    metrics: judged({ judgements }, orgLabels(target.targetOrg), exitCode, words),
    data: given,
  };
};
