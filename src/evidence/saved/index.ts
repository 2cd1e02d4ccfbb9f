export { readEvidence, readLogins, saveEvidence } from './file.ts';
export { forget, keep, lastRun, tidy, type Shelf } from './last.ts';
export type { SavedLogins } from './logins.ts';
export type { Run } from './run.ts';
