import type { Runbook, Runbooks } from '../../model/index.ts';
import { briefFor, type Brief, type BriefPage } from '../brief/brief.ts';
import { fit, type Group } from '../brief/fit.ts';
import { clipped, copied, part, plain, sentence } from '../brief/part.ts';
import { showGroups } from '../brief/terminal.ts';
import { verdict, type Verdict } from '../brief/verdict.ts';
import { at } from '../brief/when.ts';
import type { Block, Tone } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { nameOf, orgOf, speechOf, standing, toRun, type Speech } from './first.ts';

type Screen = Brief & { readonly speech: Speech; readonly org: string | undefined };

const marks: Readonly<Partial<Record<Tone, string>>> = { bad: '✖', good: '✔' };

/** The line that says how it stands, behind its name. */
const verdictOf = (one: Runbook, { words, speech }: Screen): Verdict => {
  const headline = standing(one, speech).find((block) => block.kind === 'headline');
  const { text = '', tone = 'unsure' } = headline ?? {};
  return { mark: marks[tone] ?? '?', tone, text: speech.say('brief.one', { name: nameOf(one, words), text }) };
};

/** What to do, and who, as the gates say it. */
const toDo = (blocks: readonly Block[], width: number): Group =>
  blocks
    .flatMap((block) => (block.kind === 'rows' ? block.rows : []))
    .flatMap(({ label, cells: [cell] }) =>
      cell?.kind === 'text' ? part(0, plain(`${label}: ${cell.text}`, width)) : [],
    );

/** So many of what ends are told. */
const mostEnds = 3;

/** One integration: how it stands, what to do, what to run, what not to do, what ends next, who knows it. */
const ofOne = (one: Runbook, screen: Screen): readonly Group[] => {
  const { say, speech, org, width, reader } = screen;
  const { say: own } = speech;
  const { userEmail } = one.integration;
  const [change] = one.changes;
  return [
    [...part(0, verdict(verdictOf(one, screen), width)), ...toDo(standing(one, speech), width)],
    toRun(one, org, own).flatMap(({ label, command }, index) =>
      part(index === 0 ? 0 : 3 + index, [...plain(label, width, 'quiet'), ...copied(command)]),
    ),
    ['dont.undo', 'dont.retry', 'dont.password'].flatMap((id, index) =>
      part(index === 0 ? 1 : 6 + index, sentence(index === 0 ? say('label.dont') : '', own(id), width)),
    ),
    [
      ...one.ends.slice(0, mostEnds).flatMap(({ on, season = '', title, cause }, index) => {
        const told = own('ends.one', { when: on === undefined ? season : at(on, reader), title, id: cause });
        return part(1 + index, sentence(index === 0 ? say('label.later') : '', clipped(told), width));
      }),
      ...(change === undefined
        ? []
        : part(
            3,
            sentence(
              say('label.see'),
              clipped(
                own('owner.change', {
                  at: at(change.at, reader),
                  by: change.by ?? own('owner.somebody'),
                  display: change.display || change.action,
                }),
              ),
              width,
            ),
          )),
      ...(userEmail === undefined ? [] : part(9, sentence('', own('owner.email', { email: userEmail }), width))),
    ],
  ];
};

/** So many have a line each. */
const mostListed = 16;

/** Every app of the org: a line each, those that let nobody in first. */
const ofMany = (all: readonly Runbook[], screen: Screen): readonly Group[] => {
  const { width, speech } = screen;
  const order: readonly string[] = ['✖', '?', '✔'];
  const sorted = all
    .map((one) => verdictOf(one, screen))
    .toSorted((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark));
  const more = sorted.length - mostListed;
  return [
    part(0, plain(speech.say('brief.many', { count: all.length }), width, 'strong')),
    [
      ...sorted.slice(0, mostListed).flatMap((one, index) => part(10 + index, verdict(one, width))),
      ...(more > 0 ? part(0, plain(speech.say('brief.more', { count: more }), width, 'quiet')) : []),
    ],
  ];
};

const composeBrief = (given: Runbooks, page: BriefPage): readonly Group[] => {
  const runbooks = allPrintable(given);
  const screen: Screen = { ...briefFor(page), speech: speechOf(page.words), org: orgOf(runbooks) };
  const { say, speech, width, exit } = screen;
  const [only, ...others] = runbooks.runbooks;
  return fit([
    ...(only === undefined
      ? [part(0, plain(speech.say('none'), width))]
      : others.length === 0
        ? ofOne(only, screen)
        : ofMany(runbooks.runbooks, screen)),
    [
      ...part(0, plain(speech.say('foot.details'), width, 'quiet')),
      ...part(0, plain(say('exit', exit), width, 'quiet')),
    ],
  ]);
};

/** What to do at 2 AM, in 23 lines; the page has the rest. Pure. Ends with a line break. */
export const renderRunbookBrief = (
  runbooks: Runbooks,
  { colour, ...page }: BriefPage & { readonly colour: boolean },
): string => showGroups(composeBrief(runbooks, page), colour);
