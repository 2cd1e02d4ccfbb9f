import type { CauseId, Flow, Pointer } from '../model/index.ts';
import { flows } from '../model/index.ts';
import type { Hint, Phrase } from './phrase-book/index.ts';
import { nearest } from './reading/mark.ts';
import type { Mark } from './reading/mark.ts';
import type { Statement } from './statement.ts';
import { suspectsOfUnknown, suspectsOfUnknownCode } from './unknown-words.ts';

const flowNames: ReadonlySet<string> = new Set(flows);
const isFlow = (hint: Hint): hint is Flow => flowNames.has(hint);

const around = 2500;

/** The hints that hold for a statement: the flow that the person named, else the nearest that the text shows; and circumstances. */
export const hintsFor = (statement: Statement, marks: ReadonlyArray<Mark<Hint>>, flow: Flow | undefined): Hint[] => {
  const outside = (mark: Mark<Hint>): boolean =>
    statement.sentence === true || mark.end <= statement.start || mark.start >= statement.end;
  const near = nearest(marks, statement.start, statement.end, around)
    .filter(outside)
    .map((mark) => mark.value);
  const told = flow ?? near.find(isFlow);
  const circumstances = near.filter((hint) => !isFlow(hint));
  // Nobody logs in at a page's own host, whatever the flow.
  const outranks = (hint: Hint): boolean => hint === 'lightning-host';
  return [
    ...circumstances.filter(outranks),
    ...(told === undefined ? [] : [told]),
    ...circumstances.filter((hint) => !outranks(hint)),
  ];
};

const isUnknownWording = ({ byCode, description, family, entry, code }: Statement): boolean =>
  byCode === true &&
  description !== undefined &&
  code !== undefined &&
  entry?.decides === undefined &&
  (family === 'oauth' || answersOfLogin.has(entry?.channel ?? ''));

const answersOfLogin: ReadonlySet<string> = new Set(['token-endpoint', 'authorize']);

/** What a statement of the book points at: its entry; where only the code is known, the nouns of its description. */
export const pointerFor = (statement: Statement, entry: Phrase, hints: readonly Hint[]): Pointer => {
  const pointed = pointerOf(entry, hints);
  return isUnknownWording(statement)
    ? { suspects: suspectsOfUnknown(statement.description ?? '', pointed.suspects, hints.find(isFlow)) }
    : pointed;
};

/** What is not in the book at all: only the shape in which it came may tell. */
export const pointerForUnknown = ({ family, code, description, list }: Statement): Pointer => ({
  suspects:
    family === 'rest' && list === undefined && code !== undefined && description !== undefined
      ? suspectsOfUnknownCode(code, description)
      : [],
});

/** A client that was updated just before may be at fault itself, next after what its own words mean. */
const afterUpdate = ([first, ...others]: readonly CauseId[]): readonly CauseId[] =>
  first === undefined ? [] : [...new Set<CauseId>([first, 'cli-bug', ...others])];

/** What an entry points at under these hints: hinted suspects come first, the others keep their order. */
const pointerOf = (entry: Phrase, hints: readonly Hint[]): Pointer => {
  const hinted = hints.flatMap((hint) => entry.when?.[hint] ?? []);
  const suspects = [...new Set<CauseId>([...hinted, ...(entry.suspects ?? [])])];
  if (entry.decides !== undefined) return { decides: entry.decides, suspects };
  return {
    suspects: hints.includes('client-updated') && entry.channel === 'client' ? afterUpdate(suspects) : suspects,
  };
};
