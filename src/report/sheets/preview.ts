import { defined } from '../../model/index.ts';
import type { Preview, PreviewedIntegration, PreviewLint } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { standing, undecided, type Judgement, type Level, type Place } from '../formats/judgement.ts';
import { judged } from '../formats/openmetrics.ts';
import { orgLabels } from '../formats/org-labels.ts';
import type { Sheet } from '../formats/sheet.ts';
import { editText, sentenceOf, who, why } from '../preview/line.ts';
import { composePreview } from '../preview/document.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom } from '../say.ts';
import { readable } from '../time.ts';
import { pageOf, toDoOf } from './to-do.ts';

const levelOf = ({ verdict, accepted }: PreviewedIntegration, exitCode: number): Level => {
  if (accepted !== undefined) return 'noted';
  switch (verdict) {
    case 'refused':
      return standing(exitCode);
    case 'untold':
      return undecided(exitCode);
    case 'refused-already':
      return 'warned';
    case 'works-again':
    case 'goes-on':
      return 'passed';
  }
};

/** The first line of a file that does it. */
const placeOf = ({ edits }: PreviewedIntegration): { readonly place?: Place } => {
  const at = edits.find((edit) => edit.at !== undefined)?.at;
  return at === undefined ? {} : { place: { path: at.file, line: at.line, column: at.column } };
};

const ofIntegration = (one: PreviewedIntegration, exitCode: number, words: Words): Judgement => {
  const say = sayFrom(words, 'preview');
  const [first] = one.refusing;
  return {
    rule: first?.cause ?? one.verdict,
    about: who(one.integration, say),
    level: levelOf(one, exitCode),
    title: sentenceOf(one, say),
    signs: [
      ...why(one).map(readable),
      ...one.edits.map((edit) => editText(edit, say)),
      ...(one.accepted === undefined ? [] : [say('accepted', { reason: one.accepted.reason })]),
    ],
    ...placeOf(one),
    ...(first === undefined
      ? {}
      : { ...toDoOf(first.remedies, sayFrom(words)), more: pageOf(first.cause), ...defined({ on: first.on }) }),
  };
};

/** `counts`: whether the files alone decide the exit code. */
const ofLint = ({ rule, level, text, at }: PreviewLint, counts: boolean): Judgement => ({
  rule,
  about: at.file,
  level: level === 'note' ? 'noted' : level === 'error' && counts ? 'failed' : 'warned',
  title: text,
  signs: [],
  place: { path: at.file, line: at.line, column: at.column },
});

/** A preview, for every format but the screen. */
export const previewSheet = (given: Preview, exitCode: number, words: Words): Sheet => {
  const preview = allPrintable(given);
  const { integrations, lint, blindSpots, targetOrg, counts } = preview;
  const judgements: readonly Judgement[] = [
    ...integrations.map((one) => ofIntegration(one, exitCode, words)),
    ...lint.map((one) => ofLint(one, counts.integrations === 0 && exitCode !== 0)),
    ...blindSpots.map((title): Judgement => ({
      rule: 'not-seen',
      about: targetOrg?.username ?? '',
      level: 'not-seen',
      title,
      signs: [],
    })),
  ];
  return {
    command: 'sf auth preview',
    title: words.text('preview', 'screen.title'),
    document: composePreview(preview, words),
    judgements,
    metrics: judged({ judgements }, orgLabels(targetOrg), exitCode, words),
    data: given,
  };
};
