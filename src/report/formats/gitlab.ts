import { sayFrom } from '../say.ts';
import { byLevel, linesOf, type Judgement, type Level } from './judgement.ts';
import type { Sheet, Written } from './sheet.ts';

const severities: Readonly<Record<Exclude<Level, 'passed'>, string>> = {
  failed: 'blocker',
  undecided: 'major',
  warned: 'minor',
  noted: 'info',
  'not-seen': 'info',
};

/** GitLab shows nothing without a file: the one that asked. */
const usualPipeline = '.gitlab-ci.yml';

/** A report for GitLab's code quality. Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab = ({ judgements }: Sheet, { words, place = usualPipeline }: Written): string => {
  const say = sayFrom(words, 'formats');
  const issue = (one: Judgement, severity: string): object => ({
    description: [say('case', { rule: one.rule, title: one.title }), one.about, ...linesOf(one, say)].join('\n'),
    check_name: one.rule,
    fingerprint: `${one.rule}/${one.about}${one.place === undefined ? '' : `/${one.place.path}`}`,
    severity,
    location: { path: one.place?.path ?? place, lines: { begin: one.place?.line ?? 1 } },
  });
  const issues = byLevel(judgements).flatMap((one) =>
    one.level === 'passed' ? [] : [issue(one, severities[one.level])],
  );
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};
