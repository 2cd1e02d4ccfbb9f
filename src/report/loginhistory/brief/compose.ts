import type { Completeness, LoginFailures } from '../../../model/index.ts';
import { fit } from '../../brief/fit.ts';
import type { Group } from '../../brief/fit.ts';
import { part, plain, sentence } from '../../brief/part.ts';
import { allPrintable } from '../../printable.ts';
import { span } from '../../time.ts';
import { unseenItems } from '../unseen.ts';
import { countOf } from '../numbers.ts';
import { groupParts } from './group.ts';
import { failuresBriefFor } from './page.ts';
import type { FailuresBrief, FailuresPage } from './page.ts';
import { strip } from './strip.ts';
import { moreAlarms, verdictLines } from './verdict.ts';
import { watch } from './watch.ts';

const isWhole = ({ whole, changesUnseen, aroundUnseen }: Completeness): boolean =>
  whole && changesUnseen === undefined && aroundUnseen === undefined;

/** What was not seen, and what would help. */
const blind = ({ completeness }: LoginFailures, { say, also, width }: FailuresBrief): Group =>
  isWhole(completeness)
    ? []
    : unseenItems(completeness, also).flatMap((text, index) =>
        part(index === 0 ? 0 : 6, sentence(index === 0 ? say('label.unseen') : '', text, width)),
      );

const foot = (result: LoginFailures, { say, also, width, exit }: FailuresBrief): Group => {
  const { from, window, completeness, cost } = result;
  const told = [
    say(from.kind === 'org' ? 'foot.org' : 'foot.file', {
      name: from.kind === 'org' ? from.targetOrg.username : from.name,
    }),
    span(Date.parse(window.to) - Date.parse(window.from)),
    ...(completeness.whole ? [say('foot.whole')] : []),
    ...(from.kind === 'org' ? [countOf(also, 'closing.calls', cost.apiCalls)] : []),
    say('foot.details'),
  ];
  return [...part(0, plain(told.join(' · '), width, 'quiet')), ...part(0, plain(say('exit', exit), width, 'quiet'))];
};

/** Nothing failed, nobody is silent or near the limit of logins, and every login was seen: there is nothing to tell but that. */
const isQuiet = ({ outcome, totals, silences, rates, eventLog, completeness }: LoginFailures): boolean =>
  (outcome === 'listed' || outcome === 'no-alarm') &&
  totals.failures === 0 &&
  silences.length === 0 &&
  rates.length === 0 &&
  !(eventLog?.state === 'seen' && eventLog.rows > 0) &&
  completeness.whole;

/** The failed logins in 23 lines: the alarm, who and since when, what to run next. Quiet is one line. */
export const composeFailuresBrief = (result: LoginFailures, page: FailuresPage): readonly Group[] => {
  const clean = allPrintable(result);
  const brief = failuresBriefFor(page);
  const first = part(0, verdictLines(clean, brief));
  if (isQuiet(clean)) return [first];
  const alarms = moreAlarms(clean, brief).flatMap((lines, index) => part(index < 3 ? 1 + index : 6, lines));
  const drawn = strip(clean.chart, brief);
  return fit([
    [...first, ...alarms],
    ...groupParts(clean, brief),
    watch(clean, brief),
    blind(clean, brief),
    part(3, drawn),
    foot(clean, brief),
  ]);
};
