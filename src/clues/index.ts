export { said } from './said.ts';
export { inHistory } from './in-history.ts';
