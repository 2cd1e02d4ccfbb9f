import type { Refusal } from '../model/index.ts';
import type { Words } from '../words/index.ts';
import { section, row, rows, text } from './document.ts';
import type { Block, Document } from './document.ts';
import { sayFrom } from './say.ts';

/** What there is to say about a refusal alone, in words, and where it is documented: a page, or a file of the client. */
export type SpokenNote = { readonly text: string; readonly source: string };

/** The notes of some refusals, each once, in the order of the refusals. */
export const speakNotes = (refusals: readonly Refusal[], words: Words): readonly SpokenNote[] => {
  const say = sayFrom(words, 'notes');
  const notes = new Map(refusals.flatMap(({ notes: own = [] }) => own).map((note) => [note.id, note] as const));
  return [...notes.values()].map(({ id, values = {}, source }) => ({
    text: id.startsWith('talk.') ? say('talk', { ...values, how: say(id) }) : say(id, values),
    source,
  }));
};

const isPage = (source: string): boolean => /^https:\/\/\S+$/u.test(source);

const block = ({ text: said, source }: SpokenNote, label: string): readonly Block[] => [
  text(said),
  ...(isPage(source) ? rows([row(label, { kind: 'copy', text: source })]) : []),
];

/** The same as a section of a document. */
export const notesSection = (refusals: readonly Refusal[], words: Words): Document => {
  const say = sayFrom(words);
  return section(
    say('title.notes'),
    speakNotes(refusals, words).flatMap((note) => block(note, say('label.read-more'))),
  );
};
