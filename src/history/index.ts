export { answerTo, beforeUser, failingRow, otherFailure, type Asked } from './failing-row.ts';
export { ownRows } from './own-rows.ts';
export { turningPoint, type TurningPoint } from './turning-point.ts';
