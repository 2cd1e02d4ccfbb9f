import { minuteMs } from '../../model/index.ts';
import type { FailureGroup, FailureStatus, LoginFailures, NearChange } from '../../model/index.ts';
import { row, rows, section, text } from '../document.ts';
import type { Block, Document, Row } from '../document.ts';
import { setupLink } from '../parts/finding.ts';
import type { Say } from '../say.ts';
import { readable, span, utc } from '../time.ts';
import { loginLine } from './login.ts';
import { nextCommand } from './next.ts';
import { failures, figure, incidents, shares } from './numbers.ts';

/** So many groups stand on the screen. */
const mostGroups = 10;

const mostChanges = 3;

const statusLine = ({ status, rows: count, recognised }: FailureStatus, say: Say): string =>
  say(recognised ? 'status' : 'status.unknown', { status, rows: figure(count) });

const causeRows = ({ causes, title }: FailureGroup, say: Say): readonly Row[] => {
  const decided = causes.filter((cause) => cause.decided && cause.title !== title);
  const open = causes.filter((cause) => !cause.decided);
  const named = (list: FailureGroup['causes']): string =>
    list.map((cause) => `${cause.title} (${cause.id})`).join('; ');
  return [
    ...(decided.length === 0 ? [] : [row(say('label.means'), named(decided))]),
    ...(open.length === 0 ? [] : [row(say('label.can-mean'), named(open))]),
  ];
};

const seen = ({ first, last, exactTimes, rows: count }: FailureGroup, say: Say): string => {
  if (count === 1 && exactTimes) return say('seen.once', { first: utc(first) });
  return say(exactTimes ? 'seen' : 'seen.about', { first: utc(first), last: utc(last) });
};

const between = (from: string, to: string): string => span(Date.parse(to) - Date.parse(from));

/** Whose successes they are, where several logins stand in the group. */
const ofWhom = ({ login }: FailureGroup, say: Say): string =>
  login === undefined ? '' : ` ${say('worked.of', { login: loginLine(login, say) })}`;

const workedRows = (group: FailureGroup, say: Say): readonly Row[] => {
  const { lastSuccessBefore, firstSuccessAfter, login, successesMayBeNearer: nearer } = group;
  const { first, last } = login ?? group;
  return [
    row(
      say('label.worked'),
      lastSuccessBefore === undefined
        ? say('worked.unknown') + ofWhom(group, say)
        : say(nearer?.before === true ? 'worked.or-later' : 'worked', {
            at: utc(lastSuccessBefore),
            span: between(lastSuccessBefore, first),
          }) + ofWhom(group, say),
    ),
    ...(firstSuccessAfter === undefined
      ? []
      : [
          row(
            say('label.works-again'),
            say(nearer?.after === true ? 'works-again.or-earlier' : 'works-again', {
              at: utc(firstSuccessAfter),
              span: between(last, firstSuccessAfter),
            }) + ofWhom(group, say),
          ),
        ]),
  ];
};

const changeLine = ({ at, beforeMs, display, action, by, likely }: NearChange, say: Say): string =>
  say(beforeMs < minuteMs ? 'change.at-once' : likely ? 'change.likely' : 'change', {
    at: utc(at),
    span: span(beforeMs),
    display: display === '' ? action : display,
    by: by ?? say('change.by-unknown'),
  });

const addresses = ({ addresses: found }: FailureGroup, say: Say): string =>
  shares(say, found, ({ value, rows: count, forwardedFor }) => {
    if (forwardedFor.length > 0)
      return say('address.forwarded', { value, rows: figure(count), addresses: forwardedFor.join(', ') });
    return found.different === 1 ? value : say('share', { value, rows: figure(count) });
  });

const whoRows = (group: FailureGroup, say: Say): readonly Row[] => [
  ...(group.users.different === 0 ? [] : [row(say('label.users'), shares(say, group.users))]),
  ...(group.apps.different === 0 ? [] : [row(say('label.apps'), shares(say, group.apps))]),
  ...(group.addresses.different === 0 ? [] : [row(say('label.addresses'), addresses(group, say))]),
  ...(group.loginTypes.different === 0 ? [] : [row(say('label.login-types'), shares(say, group.loginTypes))]),
];

const copied = (label: string, text: string | undefined): readonly Row[] =>
  text === undefined ? [] : [row(label, { kind: 'copy', text })];

/** What cures it and who must do that; the command that says more. `report`: the words of `messages/report.md`. */
const toDoRows = (group: FailureGroup, from: LoginFailures['from'], { say, report }: Speech): readonly Row[] => {
  const { remedy } = group;
  return [
    ...(remedy === undefined
      ? []
      : [
          row(report('label.fix'), say('to-do', { title: remedy.title, who: report(`actor.${remedy.who}`) })),
          ...(remedy.steps.length === 0 ? [] : [row(report('label.steps'), { kind: 'steps', items: remedy.steps })]),
          ...copied(report('label.command'), remedy.command),
          ...copied(report('label.setup'), remedy.setup === undefined ? undefined : setupLink(remedy.setup, report)),
          ...(remedy.risk === undefined ? [] : [row(report('label.risk'), remedy.risk)]),
        ]),
    ...copied(say('label.next'), nextCommand(group, from)),
  ];
};

const mostStatuses = 5;

/** The words of this report, and those that it shares with the doctor's. */
type Speech = { readonly say: Say; readonly report: Say };

/** What of it is told in sentences: its statuses, when it was seen, and what changed just before. */
export const groupSigns = (group: FailureGroup, say: Say): readonly string[] => [
  group.statuses
    .slice(0, mostStatuses)
    .map((status) => statusLine(status, say))
    .join(', '),
  seen(group, say),
  ...group.changes.slice(0, mostChanges).map((change) => changeLine(change, say)),
];

const groupBlocks = (group: FailureGroup, from: LoginFailures['from'], speech: Speech): readonly Block[] => {
  const { say } = speech;
  const decided = group.causes.length > 0 && group.causes[0]?.title === group.title;
  const failed = say('failures-of', {
    failures: failures(say, group.rows),
    incidents: incidents(say, group.incidents),
  });
  return [
    {
      kind: 'headline',
      text: say('group.headline', { title: readable(group.title), failures: failed }),
      tone: 'bad',
      ...(decided ? { note: group.key } : {}),
    },
    ...rows([
      row(
        say('label.status'),
        group.statuses
          .slice(0, mostStatuses)
          .map((status) => statusLine(status, say))
          .join(', '),
      ),
      ...causeRows(group, say),
      ...whoRows(group, say),
      row(say('label.seen'), seen(group, say)),
      ...workedRows(group, say),
      ...group.changes.slice(0, mostChanges).map((change) => row(say('label.changes'), changeLine(change, say))),
      ...toDoRows(group, from, speech),
    ]),
  ];
};

const nothing = ({ totals, completeness }: LoginFailures, say: Say): readonly Block[] => {
  if (totals.rows === 0) return [text(say(completeness.whole ? 'none.nothing' : 'none.nothing.unseen'), 'unsure')];
  return [completeness.whole ? text(say('none'), 'strong') : text(say('none.unseen'), 'unsure')];
};

const more = (rest: readonly FailureGroup[], say: Say): readonly Block[] => {
  if (rest.length === 0) return [];
  const rowsLeft = failures(
    say,
    rest.reduce((sum, group) => sum + group.rows, 0),
  );
  return [
    text(
      say(`groups.more.${rest.length === 1 ? 'one' : 'other'}`, { count: figure(rest.length), rows: rowsLeft }),
      'quiet',
    ),
  ];
};

/** One group after the other, each with what is known of it. */
export const groups = (result: LoginFailures, speech: Speech): Document => {
  const { groups: all, groupedBy, from } = result;
  const { say } = speech;
  const shown = all.slice(0, mostGroups);
  if (shown.length === 0) return [{ blocks: nothing(result, say) }];
  return section(say('title.groups', { by: say(`by.${groupedBy}`) }), [
    ...shown.flatMap((group) => groupBlocks(group, from, speech)),
    ...more(all.slice(mostGroups), say),
  ]);
};
