/**
 * Counts the lines of `src` by room, and of what kind they are, now and at an earlier commit: `npm run count:lines [-- commit]`.
 * Prints a table in Markdown.
 */
import { execFileSync } from 'node:child_process';

const [commit = '0382037'] = process.argv.slice(2);

/** Lines of the files of `src` that a pattern finds, by file. */
const linesOf = (pattern: string, at: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    execFileSync('git', ['grep', '--count', '--extended-regexp', '-e', pattern, ...at, '--', 'src'], {
      encoding: 'utf8',
    })
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [count = '', file = ''] = line.split(':').toReversed();
        return [file, Number(count)];
      }),
  );

/** What says what is so, and does nothing: wordings, statuses, causes, seasons and sources, types. */
const isData = (file: string): boolean =>
  /^src\/(?:causes|model|recognition\/(?:phrase|status)-book|clues\/(?:calendar|sources))[/.]/u.test(file);

/** A room, or a part of one that is large. */
const roomOf = (file: string): string => {
  const [, room = '', part = '', ...more] = file.split('/');
  if (part === '') return 'library';
  const isPart = more.length > 0 && ['evidence', 'loginhistory', 'recognition', 'report'].includes(room);
  return isPart ? `${room}/${part}` : room;
};

type Counts = { readonly lines: number; readonly data: number; readonly quiet: number };

const none: Counts = { lines: 0, data: 0, quiet: 0 };

/** By room: all lines, those of files that are data, and those that are blank or a comment. */
const countsAt = (at: readonly string[]): ReadonlyMap<string, Counts> => {
  const quiet = linesOf(String.raw`^\s*(//|/\*|\*|$)`, at);
  const all = [...linesOf('', at)].map(([file, lines]) => ({
    room: roomOf(file),
    lines,
    data: isData(file) ? lines : 0,
    quiet: quiet.get(file) ?? 0,
  }));
  return new Map([...Map.groupBy(all, ({ room }) => room)].map(([room, files]) => [room, files.reduce(sum, none)]));
};

const sum = (one: Counts, other: Counts): Counts => ({
  lines: one.lines + other.lines,
  data: one.data + other.data,
  quiet: one.quiet + other.quiet,
});

const [before, now] = [countsAt([commit]), countsAt([])];

const row = (name: string, was: Counts, is: Counts): string =>
  `| ${[name, was.lines, is.lines, is.lines - was.lines, is.data, is.quiet].join(' | ')} |`;

const total = (counts: ReadonlyMap<string, Counts>): Counts => [...counts.values()].reduce(sum, none);

console.log(
  [
    `| room | at ${commit} | now | more | of now: data | of now: blank or comment |`,
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[...new Set([...before.keys(), ...now.keys()])]
      .toSorted()
      .map((room) => row(`\`${room}\``, before.get(room) ?? none, now.get(room) ?? none)),
    row('**all**', total(before), total(now)),
  ].join('\n'),
);
