export { endLines } from './waiting/index.ts';
