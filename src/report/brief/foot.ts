import type { CauseId } from '../../model/index.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { columnsOf } from '../wrap.ts';
import { margin, part, plain } from './part.ts';
import { at } from './when.ts';

const gap = '   ';

/** As many on a line as it holds; each stays whole, as a command must. */
export const inLines = (ways: readonly string[], room: number): readonly string[] =>
  ways.reduce<readonly string[]>((lines, way) => {
    const last = lines.at(-1);
    if (last === undefined) return [way];
    const longer = `${last}${gap}${way}`;
    return columnsOf(longer) <= room ? [...lines.slice(0, -1), longer] : [...lines, way];
  }, []);

/** Where to read on, and how the command ends. */
export const foot = ({ say, width, saved, exit, reader }: Brief, cause?: CauseId): Group => {
  const room = width - margin;
  const ways = inLines(
    [
      ...(cause === undefined ? [] : [say('more.page', { id: cause })]),
      say(saved ? 'more.details' : 'more.details-again'),
    ],
    room,
  );
  const { asOf } = reader;
  // Said where it costs no line.
  const all = saved ? inLines([...ways, say('more.ticket')], room) : ways;
  return [
    ...(asOf === undefined ? [] : part(0, plain(say('as-of', { at: at(asOf, reader) }), width, 'quiet'))),
    ...part(
      0,
      (all.length === ways.length ? all : ways).map((text) => ({ text, tone: 'quiet' })),
    ),
    ...part(0, plain(say('exit', exit), width, 'quiet')),
  ];
};
