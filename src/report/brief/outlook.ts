import type { Diagnosis, Finding } from '../../model/index.ts';
import { withAccepted } from '../parts/accepted.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { part, sentence } from './part.ts';
import { ranks } from './ranks.ts';
import { at } from './when.ts';

/** What a wording alone leaves open is no news once a cause is confirmed. */
const hasMore = ({ signs }: Finding): boolean => signs.some(({ clue }) => clue !== 'said');

const line = ({ title, cause }: Finding, { say }: Brief): string => say('cause', { title, id: cause });

const lines = (label: string, rank: number, told: readonly string[], { say, width }: Brief): Group =>
  told.flatMap((text, index) => part(rank, sentence(index === 0 ? say(label) : '', text, width)));

/** Roots beside the one that stands above. */
const also = (diagnosis: Diagnosis, shown: Finding, brief: Brief): Group => {
  const roots = diagnosis.findings.filter((finding) => finding.role === 'root' && finding !== shown);
  const confirmed = roots.filter(({ standing }) => standing === 'confirmed');
  const suspected = roots.filter((finding) => finding.standing === 'suspected' && hasMore(finding));
  return [
    ...lines(
      'label.also',
      ranks.next,
      confirmed.map((finding) => line(finding, brief)),
      brief,
    ),
    ...lines(
      'label.perhaps',
      ranks.alsoPossible,
      suspected.map((finding) => line(finding, brief)),
      brief,
    ),
  ];
};

/** A name that the org does not have is said first of all. */
const isSaidFirst = ({ cause }: Finding, near: Diagnosis['near']): boolean =>
  cause === 'app-not-found-or-propagating' && (near?.apps ?? []).length > 0;

const next = ({ findings, near }: Diagnosis, brief: Brief): Group =>
  lines(
    'label.next',
    ranks.next,
    findings.filter((one) => one.role === 'next' && !isSaidFirst(one, near)).map((one) => line(one, brief)),
    brief,
  );

/** After every day come the seasons, and then what has no date. */
const dated = (finding: Finding, brief: Brief): string => {
  const { on, season } = finding;
  const [what, when] = [line(finding, brief), on === undefined ? season : at(on, brief.reader)];
  return when === undefined ? what : brief.say('dated', { when, what });
};

export const laterLines = ({ findings }: Pick<Diagnosis, 'findings'>, brief: Brief): readonly string[] =>
  findings
    .filter(({ role }) => role === 'later')
    .toSorted((a, b) => (a.on ?? `~${a.season ?? '~'}`).localeCompare(b.on ?? `~${b.season ?? '~'}`))
    .map((finding) => withAccepted(dated(finding, brief), finding, brief.also));

const later = (diagnosis: Diagnosis, brief: Brief): Group =>
  lines('label.later', ranks.later, laterLines(diagnosis, brief), brief);

/** What else stands in the way, what comes next, what comes later: a line each. */
export const outlook = (diagnosis: Diagnosis, shown: Finding, brief: Brief): Group => [
  ...also(diagnosis, shown, brief),
  ...next(diagnosis, brief),
  ...later(diagnosis, brief),
];
