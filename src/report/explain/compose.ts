import type { Explanation } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import type { Document } from '../document.ts';
import { notesSection } from '../notes.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom } from '../say.ts';
import { listDocument } from './list-document.ts';
import { pageDocument } from './page-document.ts';
import { textDocument } from './text-document.ts';

/** What `sf auth explain` answers, as a document. */
export const composeExplanation = (explanation: Explanation, words: Words): Document => {
  const clean = allPrintable(explanation);
  const [say, explain] = [sayFrom(words), sayFrom(words, 'explain')];
  switch (clean.about) {
    case 'cause':
      return pageDocument(clean.page, say, explain);
    case 'text':
      return textDocument(clean, { say, explain, notes: notesSection(clean.refusals, words) });
    case 'catalogue':
      return listDocument(clean, explain);
  }
};
