/**
 * Counts the lines of `src` by what they are for and by room, and of what kind they are, now and at an earlier commit: `npm run count:lines [-- commit]`.
 * Prints tables in Markdown.
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

/** What the rooms are for, the first that fits: a room that serves several counts for one. */
const purposes: ReadonlyArray<readonly [purpose: string, rooms: RegExp]> = [
  ['what failed: wordings, causes, clues', /^(?:recognition|causes|clues)/u],
  ['what an org, a host and this machine tell', /^(?:evidence|oauth)/u],
  ['the judgement, and gates as its view', /^(?:diagnosis|gates)/u],
  ['types', /^model/u],
  ['failed logins as incidents', /^(?:report\/)?loginhistory/u],
  ['`sf auth preview`', /^(?:report\/)?preview/u],
  ['`sf auth selftest`, runbooks', /^(?:report\/)?(?:selftest|runbook)/u],
  ['the answer in 23 lines, all that fails here', /^report\/(?:brief|overview)/u],
  ['every other format', /^report\/(?:sheets|formats|html)/u],
  ['names taken out of what is handed on', /^report\/pseudonyms/u],
  ['other screens', /^report/u],
  ['the shell: flags, requests, output, library', /./u],
];

const purposeOf = (room: string): string => purposes.find(([, rooms]) => rooms.test(room))?.[0] ?? room;

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

/** What is counted together, in the order in which it is named, and all. */
const table = (head: string, names: readonly string[], nameOf: (room: string) => string): string => {
  const of = (counts: ReadonlyMap<string, Counts>, name?: string): Counts =>
    [...counts]
      .filter(([room]) => name === undefined || nameOf(room) === name)
      .reduce((all, [, one]) => sum(all, one), none);
  return [
    `| ${head} | at ${commit} | now | more | of now: data | of now: blank or comment |`,
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...names.map((name) => row(name, of(before, name), of(now, name))),
    row('**all**', of(before), of(now)),
  ].join('\n');
};

const rooms = [...new Set([...before.keys(), ...now.keys()])].toSorted();
console.log(
  table(
    'for',
    purposes.map(([purpose]) => purpose),
    purposeOf,
  ),
);
console.log(`\n${table('room', rooms, (room) => room)}`);
