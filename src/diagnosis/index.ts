export { plan } from './blind-spots.ts';
export { diagnose, type Case } from './diagnose.ts';
export { judge, type Judgement, type SpokenSign } from './judge.ts';
export { rank, type Ranked } from './rank.ts';
export { failureOf, type Failure } from './failure.ts';
