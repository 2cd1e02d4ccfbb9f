/** Gates: the doctor's judgement as a view of one app, or of all. Pure. */
export { acceptInAll, acceptWarnings } from './accept.ts';
export { checkGates } from './check-gates.ts';
export { checkAll } from './all/check-all.ts';
export { namedIn } from './named.ts';
export { compareSides } from './compare.ts';
export { counterpartOf } from './counterpart.ts';
