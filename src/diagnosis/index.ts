export { acceptLater } from './accept.ts';
export { blindSpots, plan, spotsOf } from './blind-spots.ts';
export { conclude, diagnose, judgeAll, type Case } from './diagnose.ts';
export { sourcesOf, textOf } from './findings.ts';
export { withNearNamesOnly } from './near.ts';
export { withAnswer } from './question.ts';
export { whyNot } from './why-not.ts';
export { remedyValues } from './remedy-values.ts';
export { gateOf, isOffTheRoad, isOpen, judge, judgeAgain, type Judgement, type SpokenSign } from './judge.ts';
