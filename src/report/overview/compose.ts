import type { FailingLogin, Overview } from '../../model/index.ts';
import { briefFor } from '../brief/brief.ts';
import type { Brief, BriefPage } from '../brief/brief.ts';
import { commandLine } from '../brief/command-line.ts';
import { fit } from '../brief/fit.ts';
import type { Group } from '../brief/fit.ts';
import { copiedAfter, part, plain, sentence } from '../brief/part.ts';
import { verdict } from '../brief/verdict.ts';
import type { Verdict } from '../brief/verdict.ts';
import { at } from '../brief/when.ts';
import { allPrintable } from '../printable.ts';
import { span } from '../time.ts';

const who = ({ user, app }: Pick<FailingLogin, 'user' | 'app'>, { say }: Brief): string =>
  [user, app].filter((name) => name !== undefined).join(' / ') || say('overview.nobody');

/** What it is, as far as the rows tell: one cause, or what the row says and how many it can mean. */
const what = ({ causes, status }: FailingLogin, { say }: Brief): string => {
  const decided = causes.find((cause) => cause.decided);
  if (decided !== undefined) return say('cause', { title: decided.title, id: decided.id });
  return causes.length === 0
    ? say('overview.status', { status })
    : say.count('overview.can-mean', causes.length, { status });
};

const since = ({ rows, first, lastSuccess, change }: FailingLogin, { say, reader }: Brief): string =>
  [
    say.count('overview.failures', rows, { since: at(first, reader) }),
    ...(lastSuccess === undefined ? [] : [say('course.last', { at: at(lastSuccess, reader) })]),
    ...(change === undefined
      ? []
      : [say('deed', { by: change.by ?? say('by-unknown'), at: at(change.at, reader), display: change.display })]),
  ].join(' ');

/** So many logins are told at length; the others stay as long as there is room. */
const atLength = 3;

const logins = (overview: Overview, brief: Brief): readonly Group[] =>
  overview.failing.map((login, index) => [
    ...part(index < atLength ? 0 : 1 + index, [
      ...plain(
        brief.say('overview.login', { number: index + 1, who: who(login, brief), what: what(login, brief) }),
        brief.width,
      ),
    ]),
    ...part(index === 0 ? 1 : 2 + index, plain(since(login, brief), brief.width, 'quiet')),
  ]);

const verdictOf = (overview: Overview, { say }: Brief): Verdict => {
  const { failing, outcome, targetOrg, window, successes, permission } = overview;
  const filling = {
    org: targetOrg?.username ?? '',
    span: span(Date.parse(window.to) - Date.parse(window.from)),
    successes,
  };
  if (failing.length > 0) return { mark: '✖', tone: 'bad', text: say.count('overview.fail', failing.length, filling) };
  if (outcome === 'healthy') return { mark: '✔', tone: 'good', text: say('overview.quiet', filling) };
  return {
    mark: '?',
    tone: 'unsure',
    text:
      permission === undefined ? say('overview.unseen', filling) : say('overview.denied', { ...filling, permission }),
  };
};

/** What fails in an org now, a login a line, and how to look into one. */
export const composeOverview = (given: Overview, page: BriefPage): readonly Group[] => {
  const overview = allPrintable(given);
  const brief = briefFor(page);
  const { say, reader, width, exit } = brief;
  const pick = commandLine('sf auth doctor', [
    ['-o', overview.targetOrg?.username],
    ['--pick', '1'],
  ]);
  return fit([
    part(0, verdict(verdictOf(overview, brief), width)),
    ...logins(overview, brief),
    overview.silent.flatMap((one, index) =>
      part(
        3 + index,
        sentence(
          index === 0 ? say('label.quiet') : '',
          say('overview.silent', { who: who(one, brief), silent: span(one.silentMs), at: at(one.lastSuccess, reader) }),
          width,
        ),
      ),
    ),
    overview.failing.length === 0 ? [] : part(0, copiedAfter(say('label.next'), pick)),
    part(0, plain(say('exit', exit), width, 'quiet')),
  ]);
};
