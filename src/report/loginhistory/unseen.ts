import type { Completeness, LoginFailures, Uncounted, UnreadLines } from '../../model/index.ts';
import { section } from '../document.ts';
import type { Document } from '../document.ts';
import type { Say } from '../say.ts';
import { utc } from '../time.ts';
import { eventLogUnseen } from './event-log.ts';
import { countOf, failures, figure } from './numbers.ts';

const sight = ({ sight: seen, ownRowsOnly, permission = '-' }: Completeness, say: Say): readonly string[] => {
  if (seen === 'whole') return [];
  if (ownRowsOnly) return [say('unseen.own-rows', { permission })];
  return [say(`unseen.${seen}`, { permission })];
};

const gap = ({ from, to, why, code = '-' }: Uncounted, say: Say): string =>
  say('unseen.gap', { from: utc(from), to: utc(to), why: say(`gap.${why}`, { code }) });

const unread = (lines: UnreadLines, say: Say): readonly string[] => [
  countOf(say, 'unseen.unread', lines.rows),
  ...lines.samples.map(({ line, reason, text }) =>
    text === undefined || text === ''
      ? say('unread.line', { line, reason: say(`unread.${reason}`) })
      : say('unread.line.text', { line, reason: say(`unread.${reason}`), text }),
  ),
];

const changes = ({ permission }: NonNullable<Completeness['changesUnseen']>, say: Say): string =>
  permission === undefined ? say('unseen.changes.unknown') : say('unseen.changes', { permission });

/** What was not seen, and what would help, in sentences. */
export const unseenItems = (completeness: Completeness, say: Say): readonly string[] => {
  const { gaps, untold, unread: lines, cutAt, changesUnseen, changesFrom, silenceLookedFor } = completeness;
  const { aroundUnseen = [] } = completeness;
  return [
    ...sight(completeness, say),
    ...gaps.map((one) => gap(one, say)),
    ...untold.map(({ dimension, rows }) =>
      say('unseen.untold', { rows: failures(say, rows), column: say(`column.${dimension}`) }),
    ),
    ...(cutAt === undefined ? [] : [say('unseen.cut', { rows: figure(cutAt) })]),
    ...(lines === undefined ? [] : unread(lines, say)),
    ...(changesUnseen === undefined ? [] : [changes(changesUnseen, say)]),
    ...(changesFrom === undefined ? [] : [say('unseen.changes.cut', { from: utc(changesFrom) })]),
    ...aroundUnseen.map((question) => say(`unseen.around.${question}`)),
    ...(silenceLookedFor ? [] : [say('unseen.silence')]),
  ];
};

/** Without it nothing here is called healthy. */
export const unseen = (result: LoginFailures, say: Say): Document => {
  const items = [...unseenItems(result.completeness, say), ...eventLogUnseen(result, say)];
  return section(say('title.unseen'), items.length === 0 ? [] : [{ kind: 'list', items }]);
};
