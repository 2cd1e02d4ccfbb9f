import type { CanSee, Selftest } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import type { Sheet } from '../formats/sheet.ts';
import { sayFrom } from '../say.ts';
import { composeCanSee } from '../selftest/can-see.ts';
import { composeSelftest } from '../selftest/compose.ts';

/** What a session may look at, for every format that shows it. */
export const canSeeSheet = (canSee: CanSee, words: Words): Sheet => ({
  command: 'sf auth selftest',
  title: sayFrom(words, 'selftest')('can-see.title'),
  document: composeCanSee(canSee, words, { details: true }),
  judgements: [],
  metrics: [],
  data: canSee,
});

/** A selftest, for every format that shows it: nothing of an integration is judged here. */
export const selftestSheet = (selftest: Selftest, words: Words): Sheet => ({
  command: 'sf auth selftest',
  title: sayFrom(words, 'selftest')('title'),
  document: composeSelftest(selftest, words, { details: true }),
  judgements: [],
  metrics: [],
  data: selftest,
});
