/** Login rows where there are too many to read: a warehouse counts them, and we explain what comes back. */
export { sources } from './sources.ts';
export { tallyQuery } from './tally-query.ts';
