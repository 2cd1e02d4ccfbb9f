/** The gate walk: from evidence to what every gate of an app says. Pure. */
export { clientSends, type ClientSends, type Wanted } from './check.ts';
export { planGates } from './plan.ts';
export { needNames, needsOf, type Combination, type Need } from './scopes/needs.ts';
export { walk } from './walk.ts';
export { walkAll } from './all/walk-all.ts';
