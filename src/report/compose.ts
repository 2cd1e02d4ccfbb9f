import type { Diagnosis } from '../model/index.ts';
import type { Words } from '../words/index.ts';
import type { Document } from './document.ts';
import { blindSpots } from './parts/blind-spots.ts';
import { changes } from './parts/change.ts';
import { closing } from './parts/closing.ts';
import { header } from './parts/header.ts';
import { record } from './parts/record.ts';
import { later, next } from './parts/outlook.ts';
import { unrecognised } from './parts/unrecognised.ts';
import { why } from './parts/why.ts';
import { notesSection } from './notes.ts';
import { allPrintable } from './printable.ts';
import { sayFrom } from './say.ts';

/** Top to bottom: what a person reads first at 2 AM comes first. */
const parts = [header, record, why, unrecognised, next, later, changes, blindSpots, closing];

/** A diagnosis in words, the same for every renderer. */
export const compose = (diagnosis: Diagnosis, words: Words): Document => {
  const clean = allPrintable(diagnosis);
  const say = sayFrom(words);
  const [head = [], ...rest] = parts.map((part) => part(clean, say));
  return [...head, ...notesSection(clean.refusals, words), ...rest.flat()].filter(({ blocks }) => blocks.length > 0);
};
