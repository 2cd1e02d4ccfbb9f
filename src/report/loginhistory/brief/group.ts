import type { FailureGroup, LoginFailures } from '../../../model/index.ts';
import { copiedAfter, part, plain, sentence } from '../../brief/part.ts';
import type { Line, Part } from '../../brief/part.ts';
import { at, fromTo } from '../../brief/when.ts';
import { readable, span } from '../../time.ts';
import { nextCommand } from '../next.ts';
import { failures, shares } from '../numbers.ts';
import type { FailuresBrief } from './page.ts';

/** Of whom they are, by what, from where: the values with the most rows. */
const who = ({ users, apps, addresses }: FailureGroup, { say, also }: FailuresBrief): string =>
  [
    ...(users.different === 0 ? [] : [shares(also, users)]),
    ...(apps.different === 0 ? [] : [shares(also, apps)]),
    ...(addresses.different === 0 ? [] : [say('from', { addresses: shares(also, addresses) })]),
  ].join(' / ');

const head = (group: FailureGroup, { say, also, reader }: FailuresBrief): string => {
  const { title, rows, first, last, exactTimes } = group;
  const when = fromTo({ from: first, to: last }, reader);
  return say(exactTimes ? 'group' : 'group.about', { title: readable(title), rows: failures(also, rows), when });
};

const story = (group: FailureGroup, { say, reader }: FailuresBrief): readonly string[] => {
  const { changes, lastSuccessBefore, firstSuccessAfter, login } = group;
  const likely = changes.find((change) => change.likely);
  return [
    ...(likely === undefined
      ? []
      : [
          say('changed', {
            at: at(likely.at, reader),
            by: likely.by ?? say('by-unknown'),
            display: likely.display === '' ? likely.action : likely.display,
            span: span(likely.beforeMs),
          }),
        ]),
    ...(lastSuccessBefore === undefined
      ? []
      : [say(login === undefined ? 'worked' : 'worked.one', { at: at(lastSuccessBefore, reader) })]),
    ...(firstSuccessAfter === undefined ? [] : [say('works-again', { at: at(firstSuccessAfter, reader) })]),
  ];
};

const command = (label: string, text: string | undefined): readonly Line[] =>
  text === undefined ? [] : copiedAfter(label, text);

const doing = ({ remedy }: FailureGroup, { say, also, actor, width }: FailuresBrief): readonly Line[] =>
  remedy === undefined
    ? []
    : sentence(say('label.do'), also('to-do', { title: remedy.title, who: actor(remedy.who) }), width);

/** So many groups are told at length; the others have a line each, as long as there is room. */
const atLength = 2;

export const groupParts = ({ groups, from }: LoginFailures, brief: FailuresBrief): ReadonlyArray<readonly Part[]> =>
  groups.slice(0, 10).map((group, index) => {
    const { width } = brief;
    const rank = index === 0 ? 0 : 4 + index;
    if (index >= atLength) return part(rank, plain(head(group, brief), width));
    return [
      ...part(rank, [...plain(head(group, brief), width, 'strong'), ...plain(who(group, brief), width)]),
      ...part(index === 0 ? 3 : rank, plain(story(group, brief).join(' '), width)),
      ...part(rank, doing(group, brief)),
      ...part(rank, command(brief.say('label.next'), nextCommand(group, from))),
    ];
  });
