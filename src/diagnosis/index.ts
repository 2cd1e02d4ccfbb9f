export { plan } from './blind-spots.ts';
export { diagnose } from './diagnose.ts';
export { judge, type Judgement } from './judge.ts';
