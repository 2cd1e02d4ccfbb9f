import { factNames } from './fact-names.ts';
import { known } from './fact.ts';
import type { Unknown } from './fact.ts';
import type { Evidence } from './facts.ts';

const asked = { place: 'asked' } as const;

/** What a person can give beside what failed, where nobody gave any of it: that is known. */
export const nothingGiven = {
  answers: known([], asked),
  orgRefusal: known(undefined, asked),
  authUrl: known(undefined, asked),
  assertion: known(undefined, asked),
  accessToken: known(undefined, asked),
  swapped: known([], asked),
} as const satisfies Partial<Evidence>;

/** Whole evidence from a part of it. */
export const wholeEvidence = (told: Partial<Evidence>, otherwise: Unknown): Evidence =>
  Object.fromEntries(factNames.map((name) => [name, told[name] ?? otherwise])) as unknown as Evidence;
