import type { Say } from '../say.ts';

/**
 * `failed`, `undecided`: the exit code says so too. `warned`: it stands, and does not count. `noted`: worth knowing. `passed`: it was
 * looked at and stops nothing. `not-seen`: it could not be looked at.
 */
export const levels = ['failed', 'undecided', 'warned', 'noted', 'passed', 'not-seen'] as const;

export type Level = (typeof levels)[number];

/** A file of the repo that it is about, as a path from the root. */
export type Place = { readonly path: string; readonly line?: number; readonly column?: number };

/** What is to be done, and by whom, in words. */
export type ToDo = {
  readonly title: string;
  readonly who: string;
  readonly steps: readonly string[];
  readonly command?: string;
  readonly link?: string;
  readonly risk?: string;
};

/** One thing that was judged, in the shape that the formats of machines share. */
export type Judgement = {
  /** The same in every run: a cause, or a gate. */
  readonly rule: string;
  /** The login, the app or the org that it is about. */
  readonly about: string;
  readonly level: Level;
  /** One sentence. */
  readonly title: string;
  /** What was seen, a sentence each. */
  readonly signs: readonly string[];
  readonly toDo?: ToDo;
  /** The command that says more. */
  readonly more?: string;
  /** UTC, ISO 8601. */
  readonly since?: string;
  readonly on?: string;
  readonly place?: Place;
};

/** What is to be done, line by line; nothing where nothing is. */
const toDoLines = ({ toDo }: Judgement, say: Say): readonly string[] => {
  if (toDo === undefined) return [];
  const { title, who, steps, command, link, risk } = toDo;
  return [
    say('to-do', { title, who }),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    ...(command === undefined ? [] : [say('command', { command })]),
    ...(link === undefined ? [] : [say('link', { link })]),
    ...(risk === undefined ? [] : [say('risk', { risk })]),
  ];
};

/** Everything below the title: what was seen, what to do and who, what says more. `say`: the words of `messages/formats.md`. */
export const linesOf = (judgement: Judgement, say: Say): readonly string[] => [
  ...judgement.signs,
  ...toDoLines(judgement, say),
  ...(judgement.more === undefined ? [] : [say('more', { command: judgement.more })]),
];

/** Whether a reader must act on it, or could not see it. */
export const isProblem = ({ level }: Judgement): boolean => level !== 'passed' && level !== 'not-seen';

/** What counts for the exit code first; else in the order given. */
export const byLevel = (judgements: readonly Judgement[]): readonly Judgement[] =>
  judgements.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));

/** Of what stands: whether it counts, by the code that the command ends with. */
export const standing = (exitCode: number): Level => (exitCode === 0 ? 'warned' : 'failed');

/** Of what nobody could decide, alike. */
export const undecided = (exitCode: number): Level => (exitCode === 0 ? 'warned' : 'undecided');
