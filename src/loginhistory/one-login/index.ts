export { answerTo, beforeUser, failingRow, otherFailure, type FailureContext } from './failing-row.ts';
export { canBeOf, flowOfRow, flowsOfRow } from './flow-of-row.ts';
export { learnFromRows, learnFromText, urlOfHost } from './learn.ts';
export { ownRows } from './own-rows.ts';
export { recordOf, type Recorded } from './record.ts';
export { turningPoint, type TurningPoint } from './turning-point.ts';
