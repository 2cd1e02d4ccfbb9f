import type { BriefPage } from '../../../src/report/brief/brief.ts';
import { words } from '../words.ts';

/** Read half an hour after the failure of the cases. */
export const page = (overrides: Partial<BriefPage> = {}): BriefPage & { readonly colour: boolean } => ({
  words,
  width: 80,
  colour: false,
  reader: { now: '2026-11-23T02:45:00.000Z' },
  exit: { code: 3, meaning: 'Cause found.' },
  saved: true,
  ...overrides,
});
